import Evaluation

/// A type of Terraform's language, as a value shows it.
///
/// Lists and maps are not told from tuples and objects, nor sets from lists: where that makes no difference they unify alike.
indirect enum ValueType: Equatable {
    /// Of a value that is null or not known.
    case open
    case text, number, truth
    case tuple([ValueType])
    case object([String: ValueType])
    case list(ValueType)
    case map(ValueType)

    /// Most values of a structure whose types are looked at; larger ones are taken as they are.
    private static let mostValues = 5_000

    /// Lists and maps inside another one are taken as such only where the expression shows that `jsonencode` gave none of
    /// them.
    init(of value: Value, from expression: Expression? = nil) {
        if case .list(let elements, []) = value.content, elements.isEmpty, let type = expression?.typeOfEmptyList {
            self = type
            return
        }
        var budget = Self.mostValues
        self = Self.type(of: value, true, inner: expression?.isWrittenOut ?? false, &budget)
    }

    private static func type(of value: Value, _ trusts: Bool, inner: Bool, _ budget: inout Int) -> ValueType {
        budget -= 1
        guard budget > 0 else { return .open }
        if value.isJSONText { return .text }
        switch value.content {
        case .scalar(let scalar):
            if scalar.isQuoted { return .text }
            return scalar.text == "true" || scalar.text == "false" ? .truth : .number
        case .text: return .text
        case .list(let elements, []) where trusts:
            return .tuple(elements.map { type(of: $0, inner, inner: inner, &budget) })
        case .map(let members, []) where trusts:
            let types = members.map { ($0.key, type(of: $0.value, inner, inner: inner, &budget)) }
            return .object(Dictionary(types, uniquingKeysWith: { _, last in last }))
        default: return .open
        }
    }

    // MARK: - Unification

    /// The type that values of all types can be made of; `nil` when there is none.
    ///
    /// Source: https://github.com/zclconf/go-cty/blob/main/docs/convert.md, "Type Unification".
    static func unified(_ types: [ValueType]) -> ValueType? {
        guard let first = types.first, types.contains(where: { $0 != first }) else { return types.first ?? .open }
        if types.contains(.open) { return .open }
        if types.allSatisfy(\.isSingle) { return types.contains(.text) ? .text : nil }
        if let objects = all(types, \.members) { return unifiedObjects(objects) }
        if let tuples = all(types, \.elements) { return unifiedTuples(tuples) }
        if let inner = all(types, \.listed) { return unified(inner.flatMap { $0 }).map { .list($0) } }
        if let inner = all(types, \.mapped) { return unified(inner.flatMap { $0 }).map { .map($0) } }
        return nil
    }

    private static func all<Part>(_ types: [ValueType], _ part: (ValueType) -> Part?) -> [Part]? {
        let parts = types.compactMap(part)
        return parts.count == types.count ? parts : nil
    }

    private static func unifiedObjects(_ objects: [[String: ValueType]]) -> ValueType? {
        let names = objects.first.map { Set($0.keys) } ?? []
        if objects.allSatisfy({ Set($0.keys) == names }) {
            var attributes: [String: ValueType] = [:]
            for name in names { attributes[name] = unified(objects.compactMap { $0[name] }) }
            if attributes.count == names.count { return .object(attributes) }
        }
        return unified(objects.flatMap(\.values)).map { .map($0) }
    }

    private static func unifiedTuples(_ tuples: [[ValueType]]) -> ValueType? {
        let count = tuples.first?.count ?? 0
        if tuples.allSatisfy({ $0.count == count }) {
            let elements = (0..<count).compactMap { index in unified(tuples.map { $0[index] }) }
            if elements.count == count { return .tuple(elements) }
        }
        return unified(tuples.flatMap { $0 }).map { .list($0) }
    }

    private var isSingle: Bool { self == .text || self == .number || self == .truth }

    private var members: [String: ValueType]? {
        if case .object(let members) = self { members } else { nil }
    }

    private var elements: [ValueType]? {
        if case .tuple(let elements) = self { elements } else { nil }
    }

    /// The types of a list's elements.
    private var listed: [ValueType]? {
        if case .list(let type) = self { [type] } else { elements }
    }

    private var mapped: [ValueType]? {
        if case .map(let type) = self { [type] } else { members.map { Array($0.values) } }
    }

    // MARK: - Conversion

    /// A value as one of the type that its own type was unified to.
    func converting(_ value: Value) -> Value {
        switch (self, value.content) {
        case (.text, .scalar(let scalar)) where !scalar.isQuoted:
            guard let text = value.convertedText else {
                return .unknown(Reason("the number has too many digits"), origin: value.origin)
            }
            return .text(text, origin: value.origin, steps: value.steps)
        case (.tuple(let types), .list(let elements, let open)) where types.count == elements.count:
            return value.holding(.list(zip(types, elements).map { $0.converting($1) }, open: open))
        case (.list(let type), .list(let elements, let open)):
            return value.holding(.list(elements.map { type.converting($0) }, open: open))
        case (.object(let types), .map(let members, let open)):
            let converted = members.map { Value.Member(key: $0.key, value: types[$0.key]?.converting($0.value) ?? $0.value) }
            return value.holding(.map(converted, open: open))
        case (.map(let type), .map(let members, let open)):
            return value.holding(.map(members.map { .init(key: $0.key, value: type.converting($0.value)) }, open: open))
        default: return value
        }
    }
}

extension Value {
    fileprivate func holding(_ content: Content) -> Value {
        Value(content, origin: origin, steps: steps, mentions: mentions)
    }

    /// Values as those of one type, as a list has them: texts where texts and others are mixed. Structures among them stay as
    /// they are.
    ///
    /// - Throws: when there is no such type.
    static func unifiedElements(_ elements: [Value]) throws(ExpressionFailure) -> [Value] {
        let types = elements.map { ValueType(of: $0) }
        // What stands for nothing, and what is not known, takes the type of the others.
        guard let type = ValueType.unified(types.filter { $0 != .open }) else {
            throw ExpressionFailure("the values are of different types")
        }
        guard !elements.contains(where: \.isStructure) else { return elements }
        return elements.map { type.converting($0) }
    }

    /// Whether it is a list or a map, or may be one.
    var isStructure: Bool {
        switch content {
        case .list, .map: !isJSONText
        default: false
        }
    }
}

extension Expression {
    /// The type that an empty list has by the function that gives it; `nil` where it is an empty tuple.
    fileprivate var typeOfEmptyList: ValueType? {
        switch form {
        case .parentheses(let inner): return inner.typeOfEmptyList
        case .call(let call):
            return ["cidrsubnets", "compact", "formatlist", "sort", "split"].contains(call.name) ? .list(.text) : .open
        default: return nil
        }
    }

    /// Functions that give a list or a map whatever they are given.
    private static let structureFunctions: Set<String> = [
        "chunklist", "cidrsubnets", "coalescelist", "compact", "concat", "csvdecode", "distinct", "flatten", "formatlist",
        "keys", "matchkeys", "merge", "range", "regexall", "reverse", "setintersection", "setproduct", "setsubtract",
        "setunion", "slice", "sort", "split", "tolist", "tomap", "toset", "transpose", "values", "zipmap",
    ]

    /// Whether its value, where that is a list or a map, is surely no text that `jsonencode` gave.
    var isStructure: Bool {
        switch form {
        case .null, .truth, .number, .template, .not, .negative, .binary, .tuple, .object, .forTuple, .forObject, .splat:
            true
        case .parentheses(let inner): inner.isStructure
        case .conditional(_, let yes, let no): yes.isStructure && no.isStructure
        case .call(let call): Self.structureFunctions.contains(call.name)
        case .variable, .attribute, .index, .splatElement: false
        }
    }

    /// Whether that is so of the lists and maps in its value too: they are written out here.
    var isWrittenOut: Bool {
        switch form {
        case .null, .truth, .number, .template, .not, .negative, .binary: true
        case .parentheses(let inner): inner.isWrittenOut
        case .tuple(let elements): elements.allSatisfy(\.isWrittenOut)
        case .object(let items): items.allSatisfy { $0.value.isWrittenOut }
        case .conditional(_, let yes, let no): yes.isWrittenOut && no.isWrittenOut
        case .forTuple(_, let value): value.isWrittenOut
        case .forObject(_, _, let value, _): value.isWrittenOut
        case .variable, .attribute, .index, .splat, .splatElement, .call: false
        }
    }
}
