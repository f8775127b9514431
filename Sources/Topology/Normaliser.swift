import Templates

/// Reads the fields of an object from its value, as the model table says.
struct Normaliser {
    let assembly: ModelAssembly
    let resolver: LinkResolver

    /// Reads all fields that are written in templates; fields that are worked out stay absent for now.
    func readFields(of id: ObjectID) {
        let object = assembly.objects[id.index]
        let value = assembly.value(of: id)
        assembly.objects[id.index].fields = object.kind.fields.map { declaration in
            if declaration.name == "name", declaration.isDerived {
                return Field(.string(object.name), state: .derived, origin: object.origin)
            }
            guard !declaration.isDerived else { return Field(.absent, state: .absent, origin: object.origin) }
            return field(declaration, of: value, owner: id)
        }
    }

    private func field(_ declaration: FieldDeclaration, of value: Value, owner: ObjectID) -> Field {
        let paths = declaration.cloudFormationPath.split(separator: "|").map(String.init)
        let found = paths.map { value.member(atPath: $0) }
        guard let chosen = found.first(where: { !$0.isAbsent }) ?? found.first else {
            return Field(.absent, state: .absent, origin: value.origin)
        }
        return field(chosen, as: declaration, owner: owner)
    }

    private func field(_ written: Value, as declaration: FieldDeclaration, owner: ObjectID) -> Field {
        let value = declaration.type.isScalar ? written.splitByAllowedValues : written
        switch value.content {
        case .absent:
            return Self.absent(declaration, origin: value.origin)
        case .choice(let condition, let yes, let no):
            let sides = (
                field(yes, as: declaration, owner: owner), field(no, as: declaration, owner: owner)
            )
            return Field(
                .choice(condition, sides.0, sides.1), state: .explicit, origin: value.origin, steps: value.steps)
        default:
            let content = content(value, as: declaration.type, unit: declaration.unit, owner: owner)
            let isUnknown = if case .unknown = content { true } else { false }
            return Field(
                content, state: isUnknown ? .unknown : .explicit, origin: value.origin, steps: value.steps)
        }
    }

    private static func absent(_ declaration: FieldDeclaration, origin: Origin) -> Field {
        switch declaration.serviceDefault {
        case .bool(let value): Field(.bool(value), state: .defaulted, origin: origin)
        case .integer(let value): Field(.integer(value), state: .defaulted, origin: origin)
        case .double(let value): Field(.double(value), state: .defaulted, origin: origin)
        case .string(let value): Field(.string(value), state: .defaulted, origin: origin)
        case .emptyList: Field(.list([], open: []), state: .defaulted, origin: origin)
        case nil: Field(.absent, state: .absent, origin: origin)
        }
    }

    // MARK: - By type

    private func content(_ value: Value, as type: FieldType, unit: FieldUnit?, owner: ObjectID) -> Field.Content {
        if case .unknown(let reasons, let mayBeAbsent) = value.content {
            return .unknown(reasons, mayBeAbsent: mayBeAbsent)
        }
        switch type {
        case .object(let kind): return object(value, kind: kind, owner: owner)
        case .list(let element): return list(value, of: element, owner: owner)
        case .bool, .integer, .double, .string: return scalar(value, as: type, unit: unit)
        }
    }

    private func scalar(_ value: Value, as type: FieldType, unit: FieldUnit?) -> Field.Content {
        guard case .scalar(let scalar) = value.content else {
            let reasons = value.unknownReasons
            return .unknown(reasons.isEmpty ? [Reason("it is not a single value")] : reasons, mayBeAbsent: false)
        }
        switch type {
        case .integer:
            if let number = ScalarReading.integer(scalar.text, unit: unit) { return .integer(number) }
        case .double:
            if let number = ScalarReading.double(scalar.text) { return .double(number) }
        case .bool:
            if let truth = ScalarReading.bool(scalar.text, isQuoted: scalar.isQuoted) { return .bool(truth) }
        default:
            return .string(scalar.text)
        }
        return .unknown([Reason("'\(scalar.text)' is no \(type.description)")], mayBeAbsent: false)
    }

    private func object(_ value: Value, kind name: String, owner: ObjectID) -> Field.Content {
        guard let kind = assembly.schema.kind(named: name) else {
            return .unknown([Reason("the model has no kind \(name)")], mayBeAbsent: false)
        }
        if kind.isResource { return resolver.link(value, to: kind, from: owner) }
        let value = value.unwrappedJSON
        guard case .map = value.content else {
            let reasons = value.unknownReasons
            return .unknown(reasons.isEmpty ? [Reason("it is no structure")] : reasons, mayBeAbsent: false)
        }
        let id = assembly.add(
            kind, name: value.member("Name").knownText ?? assembly.objects[owner.index].name,
            existence: .always, value: value, root: assembly.roots[owner.index])
        readFields(of: id)
        return .object(id)
    }

    private func list(_ value: Value, of type: FieldType, owner: ObjectID) -> Field.Content {
        switch value.content {
        case .list(let elements, let open):
            return .list(elements.flatMap { self.elements($0, of: type, presence: .always, owner: owner) }, open: open)
        case .scalar, .text, .map, .reference:
            // IAM and a few others take one where a list may stand.
            return .list(elements(value, of: type, presence: .always, owner: owner), open: [])
        default:
            return .unknown(value.unknownReasons, mayBeAbsent: false)
        }
    }

    private func elements(_ written: Value, of type: FieldType, presence: Condition, owner: ObjectID) -> [Field.Element] {
        let value = type.isScalar ? written.splitByAllowedValues : written
        switch value.content {
        case .absent: return []
        case .choice(let condition, let yes, let no):
            return elements(yes, of: type, presence: presence.and(condition), owner: owner)
                + elements(no, of: type, presence: presence.and(condition.negated), owner: owner)
        default:
            let content = content(value, as: type, unit: nil, owner: owner)
            let field = Field(content, state: .explicit, origin: value.origin, steps: value.steps)
            return [Field.Element(field, presence: presence)]
        }
    }
}
