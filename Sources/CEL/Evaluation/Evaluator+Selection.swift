extension Evaluator {
    /// What a container says about a field or an element.
    private enum Lookup {
        case found(Value)
        case absent
        case unknown(Unknown)
    }

    mutating func select(_ field: Node.Field, from operand: Value) throws(EvaluationError) -> Value {
        if case .optional = operand { return try optionalSelect(field, from: operand) }
        switch try lookUp(field, in: operand) {
        case .found(let value): return value
        case .absent:
            if case .map = operand { throw EvaluationError(.noSuchKey, "the map has no key '\(field.name)'") }
            throw EvaluationError(.absentField, "the field '\(field.name)' is absent")
        case .unknown(let unknown): return .unknown(unknown.ofResult)
        }
    }

    mutating func optionalSelect(_ field: Node.Field, from operand: Value) throws(EvaluationError) -> Value {
        switch operand {
        case .optional(.none): return operand
        case .optional(.some(let wrapped)): return try optionalSelect(field, from: wrapped)
        default: return optional(try lookUp(field, in: operand))
        }
    }

    mutating func has(_ field: Node.Field, in operand: Value) throws(EvaluationError) -> Value {
        switch operand {
        case .optional(.none): return .bool(false)
        case .optional(.some(let wrapped)): return try has(field, in: wrapped)
        default: break
        }
        switch try lookUp(field, in: operand) {
        case .found(.unknown(let unknown)) where unknown.mayBeAbsent: return .unknown(unknown)
        case .found: return .bool(true)
        case .absent: return .bool(false)
        case .unknown(let unknown): return .unknown(unknown.ofResult)
        }
    }

    mutating func element(
        _ index: Value, of container: Value, isOptional: Bool
    ) throws(EvaluationError) -> Value {
        switch container {
        case .optional(.none): return container
        case .optional(.some(let wrapped)): return try element(index, of: wrapped, isOptional: true)
        default: break
        }
        let found = try lookUp(index, in: container)
        if isOptional { return optional(found) }
        switch found {
        case .found(let value): return value
        case .absent: throw Self.absence(of: index, in: container)
        case .unknown(let unknown): return .unknown(unknown.ofResult)
        }
    }

    private func optional(_ lookup: Lookup) -> Value {
        switch lookup {
        case .found(.unknown(let unknown)) where unknown.mayBeAbsent: .unknown(unknown)
        case .found(let value): .optional(.some(value))
        case .absent: .optional(.none)
        case .unknown(let unknown): .unknown(unknown.ofResult)
        }
    }

    private mutating func lookUp(_ field: Node.Field, in operand: Value) throws(EvaluationError) -> Lookup {
        switch operand {
        case .unknown(let unknown): return .unknown(Self.part(of: unknown))
        case .object(let object):
            switch object.field(field.name, at: field.position) {
            case .value(let value):
                // An object may make its list anew each time that it is asked.
                if case .list(let list) = value { try budget.charge(list.elements.count / 4) }
                return .found(value)
            case .absent: return .absent
            case .failure(let error): throw error
            }
        case .map: return try lookUp(.string(field.name), in: operand)
        default:
            throw EvaluationError(
                .noSuchOverload, "\(operand.runtimeType.name) has no fields, so also no field '\(field.name)'")
        }
    }

    private mutating func lookUp(_ index: Value, in container: Value) throws(EvaluationError) -> Lookup {
        switch (container, index) {
        case (.unknown(let left), .unknown(let right)): return .unknown(Self.part(of: left.merging(right)))
        case (.unknown(let unknown), _), (_, .unknown(let unknown)): return .unknown(Self.part(of: unknown))
        case (.list(let list), _): return try position(index, in: list)
        case (.object, .string(let name)): return try lookUp(Node.Field(name, position: nil), in: container)
        case (.map(let map), .bool), (.map(let map), .int), (.map(let map), .uint), (.map(let map), .double),
            (.map(let map), .string):
            if let value = map[index] { return .found(value) }
            if let tail = map.unknownTail { return .unknown(Self.part(of: tail)) }
            return .absent
        default:
            throw EvaluationError(
                .noSuchOverload, "\(container.runtimeType.name) has no element under \(index.runtimeType.name)")
        }
    }

    private func position(_ index: Value, in list: ListValue) throws(EvaluationError) -> Lookup {
        let position: Int?
        switch index {
        case .int(let number): position = Int(exactly: number)
        case .uint(let number): position = Int(exactly: number)
        case .double(let number): position = Rounding.int(number).map(Int.init)
        default: position = nil
        }
        guard let position else {
            throw EvaluationError(.badArgument, "the index of a list must be a whole number, not '\(index.excerpt)'")
        }
        if list.elements.indices.contains(position) { return .found(list.elements[position]) }
        if position >= 0, let tail = list.unknownTail { return .unknown(Self.part(of: tail)) }
        return .absent
    }

    private static func absence(of index: Value, in container: Value) -> EvaluationError {
        if case .object = container {
            return EvaluationError(.absentField, "the field '\(index.excerpt)' is absent")
        }
        guard case .list(let list) = container else {
            return EvaluationError(.noSuchKey, "the map has no key '\(index.excerpt)'")
        }
        return EvaluationError(
            .indexOutOfRange, "the index \(index.excerpt) is outside a list of \(list.elements.count)")
    }

    /// The unknown of something inside an unknown: it may also not be there.
    private static func part(of unknown: Unknown) -> Unknown {
        Unknown(reasons: unknown.reasons, mayBeAbsent: true)
    }
}
