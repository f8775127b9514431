/// What of a resource type the model reads, by the paths of the property ledger: from the table, so that the ledger repeats
/// nothing that the table knows.
package struct ReadPaths: Sendable {
    /// For each path that is read the fields that it becomes: `queue.visibilityTimeout`.
    package private(set) var fields: [String: [String]] = [:]
    /// Paths above those that are read.
    private var above: Set<String> = []

    private let schema: ModelSchema
    private let dialect: Dialect

    /// Deeper than any structure of the model.
    private static let deepest = 12

    /// What is read of a type of either dialect; nothing for a type that the model does not know.
    package init(of type: String, in schema: ModelSchema = .builtIn) {
        self.schema = schema
        dialect = type.hasPrefix("AWS::") ? .cloudFormation : .terraform
        if let kind = schema.kind(ofType: type) { add(kind, below: "", depth: 0) }
        for (kind, block) in schema.blocksByType[type] ?? [] { add(kind, below: block.block, depth: 1) }
        for kind in schema.kinds {
            for field in kind.fields {
                for overlay in field.setBy where overlay.resourceType == type { add(overlay, field, of: kind) }
            }
        }
        for argument in StandIn.arguments[type]?.values ?? [:].values { add(argument, "what it stands for") }
        if let path = FunctionQualifier.paths[type] { add(Self.path(path), "the function that it stands for") }
        if let lookup = DataLookup.types[type] { add(lookup.name, "the \(lookup.kind.name) that it finds") }
        if OpaqueStack.types.contains(type) { add("parameters", "what the stack is told") }
    }

    /// Whether a property or something below it is read.
    package func reads(_ path: String) -> Bool { fields[path] != nil || above.contains(path) }

    /// What is read of JSON that stands in one property, in alphabetical order.
    func fields(below path: String) -> [String] {
        Set(fields.filter { $0.key.hasPrefix(path + ".") }.flatMap(\.value)).sorted()
    }

    private mutating func add(_ kind: KindDeclaration, below prefix: String, depth: Int) {
        guard depth < Self.deepest else { return }
        for field in kind.fields {
            for place in field.source(in: dialect).places {
                guard prefix.isEmpty || place.keys.first != Self.properties else { continue }
                add(field, of: kind, at: Self.joined(prefix, place.keys), depth: depth)
            }
        }
    }

    private mutating func add(_ field: FieldDeclaration, of kind: KindDeclaration, at path: String, depth: Int) {
        if !path.isEmpty { add(path, "\(kind.name).\(field.name)") }
        var type = field.type
        while case .list(let element) = type { type = element }
        guard case .object(let key) = type, let inner = schema.declaration(of: key), !inner.isResource || inner.isEmbedded else {
            return
        }
        add(inner, below: path, depth: depth + 1)
    }

    private mutating func add(_ overlay: FieldOverlay, _ field: FieldDeclaration, of kind: KindDeclaration) {
        switch overlay.owner {
        case .link(let source), .sameValue(let source, as: _):
            for place in source.places { add(Self.joined("", place.keys), "the \(kind.name) that it is for") }
        }
        for place in overlay.source.places { add(field, of: kind, at: Self.joined("", place.keys), depth: 1) }
    }

    private mutating func add(_ path: String, _ use: String) {
        if fields[path]?.contains(use) != true { fields[path, default: []].append(use) }
        var rest = path[...]
        while let end = rest.utf8.lastIndex(of: UInt8(ascii: ".")) {
            rest = rest[..<end]
            above.insert(String(rest))
        }
    }

    private static let properties = "Properties"

    private static func path(_ text: String) -> String {
        text.hasPrefix(properties + ".") ? String(text.dropFirst(properties.utf8.count + 1)) : text
    }

    private static func joined(_ prefix: String, _ keys: [String]) -> String {
        let own = keys.first == properties ? Array(keys.dropFirst()) : keys
        return ((prefix.isEmpty ? [] : [prefix]) + own).joined(separator: ".")
    }
}
