/// Finds out what the type parameters of overloads stand for.
struct TypeInference {
    private var bindings: [String: CELType] = [:]
    private var freshCount = 0

    /// A type about which nothing is known yet.
    mutating func fresh() -> CELType {
        freshCount += 1
        return .parameter("?\(freshCount)")
    }

    /// An overload's types with parameters that no other call shares.
    mutating func instantiate(_ overload: Overload) -> (parameters: [CELType], result: CELType) {
        guard overload.isGeneric else { return (overload.parameters, overload.result) }
        var renamed: [String: CELType] = [:]
        let parameters = overload.parameters.map { rename($0, &renamed) }
        return (parameters, rename(overload.result, &renamed))
    }

    private mutating func rename(_ type: CELType, _ renamed: inout [String: CELType]) -> CELType {
        switch type {
        case .parameter(let name):
            let fresh = renamed[name] ?? fresh()
            renamed[name] = fresh
            return fresh
        case .list(let element): return .list(rename(element, &renamed))
        case .map(let key, let value): return .map(rename(key, &renamed), rename(value, &renamed))
        case .optional(let wrapped): return .optional(rename(wrapped, &renamed))
        case .opaque(let name, let arguments): return .opaque(name, arguments.map { rename($0, &renamed) })
        default: return type
        }
    }

    /// The type with everything put in that is known; what is still open becomes `open`, or stays.
    func resolve(_ type: CELType, open: CELType? = nil) -> CELType {
        switch type {
        case .parameter(let name):
            guard let bound = bindings[name] else { return open ?? type }
            return resolve(bound, open: open)
        case .list(let element): return .list(resolve(element, open: open))
        case .map(let key, let value): return .map(resolve(key, open: open), resolve(value, open: open))
        case .optional(let wrapped): return .optional(resolve(wrapped, open: open))
        case .opaque(let name, let arguments): return .opaque(name, arguments.map { resolve($0, open: open) })
        default: return type
        }
    }

    /// Whether all values fit their places; only then what was learnt about parameters is kept.
    mutating func areAssignable(_ types: [CELType], to places: [CELType]) -> Bool {
        let before = bindings
        for (type, place) in zip(types, places) where !unify(type, place) {
            bindings = before
            return false
        }
        return true
    }

    mutating func isAssignable(_ type: CELType, to place: CELType) -> Bool {
        areAssignable([type], to: [place])
    }

    /// The type of a list or a choice that holds both; `dyn` when they have nothing in common.
    mutating func join(_ first: CELType, _ second: CELType) -> CELType {
        isAssignable(first, to: second) ? mostGeneral(first, second) : .dyn
    }

    private mutating func unify(_ type: CELType, _ place: CELType) -> Bool {
        if case .parameter(let name) = place { return bind(name, to: type) }
        if case .parameter(let name) = type { return bind(name, to: place) }
        switch (type, place) {
        case (.dyn, _), (_, .dyn): return true
        case (.list(let left), .list(let right)), (.optional(let left), .optional(let right)):
            return unify(left, right)
        case (.map(let leftKey, let leftValue), .map(let rightKey, let rightValue)):
            return unify(leftKey, rightKey) && unify(leftValue, rightValue)
        case (.opaque(let left, let leftArguments), .opaque(let right, let rightArguments)):
            guard left == right, leftArguments.count == rightArguments.count else { return false }
            return zip(leftArguments, rightArguments).allSatisfy { unify($0, $1) }
        default: return type == place
        }
    }

    private mutating func bind(_ name: String, to type: CELType) -> Bool {
        if type == .parameter(name) { return true }
        guard let bound = bindings[name] else {
            if occurs(name, in: type) { return resolve(type) == .parameter(name) }
            bindings[name] = type
            return true
        }
        if bound == type { return true }
        guard unify(type, bound) else { return false }
        let general = mostGeneral(type, bound)
        if !occurs(name, in: general) { bindings[name] = general }
        return true
    }

    private func occurs(_ name: String, in type: CELType) -> Bool {
        switch type {
        case .parameter(let other):
            other == name || bindings[other].map { occurs(name, in: $0) } ?? false
        case .list(let element): occurs(name, in: element)
        case .map(let key, let value): occurs(name, in: key) || occurs(name, in: value)
        case .optional(let wrapped): occurs(name, in: wrapped)
        case .opaque(_, let arguments): arguments.contains { occurs(name, in: $0) }
        default: false
        }
    }

    private func mostGeneral(_ first: CELType, _ second: CELType) -> CELType {
        isAtLeastAsGeneral(first, second) ? first : second
    }

    private func isAtLeastAsGeneral(_ first: CELType, _ second: CELType) -> Bool {
        switch (first, second) {
        case (.dyn, _), (.parameter, _): true
        case (_, .dyn), (_, .parameter): false
        case (.list(let left), .list(let right)), (.optional(let left), .optional(let right)):
            isAtLeastAsGeneral(left, right)
        case (.map(let leftKey, let leftValue), .map(let rightKey, let rightValue)):
            isAtLeastAsGeneral(leftKey, rightKey) && isAtLeastAsGeneral(leftValue, rightValue)
        case (.opaque(let left, let leftArguments), .opaque(let right, let rightArguments)):
            left == right && zip(leftArguments, rightArguments).allSatisfy { isAtLeastAsGeneral($0, $1) }
        default: first == second
        }
    }
}
