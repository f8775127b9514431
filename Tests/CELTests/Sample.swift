import CEL

/// A structure for tests: its fields are given one by one, the others are absent.
final class Sample: StructObject {
    let typeName: String
    let fields: [String: FieldResult]

    init(_ typeName: String, _ fields: [String: FieldResult]) {
        self.typeName = typeName
        self.fields = fields
    }

    convenience init(_ typeName: String, values: [String: Value]) {
        self.init(typeName, values.mapValues(FieldResult.value))
    }

    func field(_ name: String) -> FieldResult { fields[name] ?? .absent }

    func isEqual(to other: any StructObject) -> Bool? {
        guard case .value(let name) = field("name"), case .value(let otherName) = other.field("name"),
            name.unknown == nil, otherName.unknown == nil
        else { return nil }
        return name.description == otherName.description
    }

    var description: String {
        if case .value(let name) = field("name") { "\(typeName) \(name)" } else { typeName }
    }
}
