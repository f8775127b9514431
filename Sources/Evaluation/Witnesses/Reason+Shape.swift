extension Reason {
    /// The type of what is not known, as far as a declaration says it.
    package var shape: ValueShape? { attribute?.shape }

    /// Whether it may be null, as far as a declaration says it.
    var mayBeNull: Bool { attribute?.isOptional ?? true }

    private var attribute: ValueShape.Attribute? {
        switch term {
        case .input(let input):
            return ValueShape.Attribute(name: "", shape: input.shape, isOptional: input.isNullable)
        case .call(let operation, let values):
            guard let name = operation.memberName, case .unknown(let reasons, _)? = values.first?.content, reasons.count == 1
            else {
                return nil
            }
            switch reasons.first?.shape {
            case .object(let attributes): return attributes.first { $0.name == name }
            case .map(let shape), .list(let shape): return ValueShape.Attribute(name: name, shape: shape, isOptional: true)
            default: return nil
            }
        case .firstSuccess, .can, .loop, .failure, nil: return nil
        }
    }
}
