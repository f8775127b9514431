import Evaluation
import Templates

/// Reads the fields of an object from its value, as the model table says.
struct Normaliser {
    let assembly: ModelAssembly
    let resolver: LinkResolver

    /// Reads all fields that are written in templates; fields that are worked out stay absent for now.
    func readFields(of id: ObjectID) {
        let object = assembly.objects[id.index]
        let fields = object.kind.fields.enumerated().map { slot, declaration in
            if declaration.name == "name", declaration.isDerived {
                return Field(.string(object.name), state: .derived, origin: object.origin)
            }
            guard !declaration.isDerived else { return Field(.absent, state: .absent, origin: object.origin) }
            let value = assembly.written(slot: slot, of: id)
            return field(readable(value, as: declaration, owner: id), as: declaration, owner: id)
        }
        assembly.objects[id.index].fields = fields
    }

    private func field(_ written: Value, as declaration: FieldDeclaration, owner: ObjectID) -> Field {
        let value = declaration.type.isScalar ? written.splitByAllowedValues : written
        switch value.content {
        case .absent:
            return absent(declaration, origin: value.origin, steps: value.steps, owner: owner)
        case .choice(let condition, let yes, let no):
            let sides = (
                field(yes, as: declaration, owner: owner), field(no, as: declaration, owner: owner)
            )
            return Field(
                .choice(condition, sides.0, sides.1), state: .explicit, origin: value.origin, steps: value.steps)
        default:
            let content = content(value, as: declaration.type, unit: declaration.unit, owner: owner)
            return Field(
                content, state: Self.state(of: content, from: value), origin: value.origin, steps: value.steps,
                pieces: Self.pieces(of: value, as: declaration.type))
        }
    }

    private static func state(of content: Field.Content, from value: Value) -> Field.State {
        if case .unknown = content { return .unknown }
        return value.steps.contains { $0.kind == .providerDefault } ? .defaulted : .explicit
    }

    /// - Parameter steps: the defaults by which a condition leaves the property out.
    private func absent(
        _ declaration: FieldDeclaration, origin: Origin, steps: [OriginStep], owner: ObjectID
    ) -> Field {
        let content: Field.Content =
            switch declaration.defaultValue(in: assembly.dialect(of: owner)) {
            case .bool(let value): .bool(value)
            case .integer(let value): .integer(value)
            case .double(let value): .double(value)
            case .string(let value): .string(value)
            case .emptyList: .list([], open: [])
            case nil: .absent
            }
        let state: Field.State = if case .absent = content { .absent } else { .defaulted }
        return Field(content, state: state, origin: origin, steps: steps)
    }

    /// What a field reads: in Terraform a block is itself, and an empty text where no text belongs is nothing.
    private func readable(_ value: Value, as declaration: FieldDeclaration, owner: ObjectID) -> Value {
        guard assembly.dialect(of: owner) == .terraform else { return value }
        switch declaration.type {
        case .object: return value.block
        case .list: return value.flatMap { $0.knownText == "" ? Value(.absent, origin: $0.origin) : $0.unwrappedJSON }
        case .bool: return value.flatMap(Self.truth)
        case .integer, .double:
            return value.flatMap { $0.knownText == "" ? Value(.absent, origin: $0.origin) : $0 }
        case .string: return value
        }
    }

    /// The texts that Terraform takes for a truth value: "true" and "1", "false" and "0"; "" is none.
    ///
    /// Source: cty's conversion of strings to bool; TypeNullableBool of the AWS provider up to version 5, as `encrypted` of a
    /// launch template's volumes (`website/docs/guides/version-6-upgrade`).
    private static func truth(_ value: Value) -> Value {
        guard case .scalar(let scalar) = value.content else { return value }
        switch scalar.text {
        case "": return Value(.absent, origin: value.origin)
        case "1" where scalar.isQuoted, "0" where scalar.isQuoted:
            let text = scalar.text == "1" ? "true" : "false"
            return Value(.scalar(.init(text)), origin: value.origin, steps: value.steps)
        default: return value
        }
    }

    /// The known pieces of a text that is not wholly known.
    private static func pieces(of value: Value, as type: FieldType) -> [String] {
        guard case .string = type, case .text = value.content else { return [] }
        return value.knownPieces
    }

    // MARK: - By type

    private func content(_ value: Value, as type: FieldType, unit: FieldUnit?, owner: ObjectID) -> Field.Content {
        if case .unknown(let reasons, let mayBeAbsent) = value.content {
            if case .object(let kind) = type, !mayBeAbsent, !value.mentions.isEmpty {
                return object(value, kind: kind, owner: owner)
            }
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
        return .unknown([Reason("'\(scalar.text)' is not of type \(type.description)")], mayBeAbsent: false)
    }

    private func object(_ value: Value, kind key: Kind, owner: ObjectID) -> Field.Content {
        guard let kind = assembly.schema.declaration(of: key) else {
            return .unknown([Reason("the model has no kind \(key.name)")], mayBeAbsent: false)
        }
        if kind.isResource, !(kind.isEmbedded && value.isMap) { return resolver.link(value, to: kind, from: owner) }
        let value = value.unwrappedJSON
        if case .unknown(let reasons, _) = value.content {
            return mentioned(value, kind: kind, owner: owner) ?? .unknown(reasons, mayBeAbsent: false)
        }
        guard case .map = value.content else {
            let reasons = value.unknownReasons
            return .unknown(reasons.isEmpty ? [Reason("it is not a structure")] : reasons, mayBeAbsent: false)
        }
        let id = assembly.add(kind, name: structureName(value, owner: owner), value: value, like: owner)
        readFields(of: id)
        return .object(id)
    }

    private func structureName(_ value: Value, owner: ObjectID) -> String {
        let key = assembly.dialect(of: owner) == .cloudFormation ? "Name" : "name"
        return value.member(key).knownText ?? assembly.objects[owner.index].name
    }

    /// A structure that is not known but mentions resources: a redrive policy that is unknown until apply still names its
    /// dead-letter queue. Each link to a kind of which exactly one resource is mentioned is known, all else is unknown.
    private func mentioned(_ value: Value, kind: KindDeclaration, owner: ObjectID) -> Field.Content? {
        guard !value.mentions.isEmpty else { return nil }
        let unknown = Value(
            .unknown(value.unknownReasons, mayBeAbsent: false), origin: value.origin, steps: value.steps,
            mentions: value.mentions)
        let id = assembly.add(kind, name: assembly.objects[owner.index].name, value: unknown, like: owner)
        assembly.objects[id.index].fields = kind.fields.map { declaration in
            guard !declaration.isDerived else { return Field(.absent, state: .absent, origin: value.origin) }
            return field(unknown, as: declaration, owner: id)
        }
        return .object(id)
    }

    private func list(_ value: Value, of type: FieldType, owner: ObjectID) -> Field.Content {
        switch value.content {
        case .list(let elements, let open):
            return .list(elements.flatMap { self.elements($0, of: type, presence: .always, owner: owner) }, open: open)
        case .reference(let reference) where reference.mayBeList:
            return .unknown([Reason("how many \(reference.resource.logicalID) gives is not known")], mayBeAbsent: false)
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
            let field = Field(
                content, state: .explicit, origin: value.origin, steps: value.steps, pieces: Self.pieces(of: value, as: type))
            return [Field.Element(field, presence: presence)]
        }
    }
}

extension Value {
    fileprivate var isMap: Bool {
        if case .map = content { true } else { false }
    }
}
