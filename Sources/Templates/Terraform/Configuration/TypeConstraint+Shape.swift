import Evaluation

extension TypeConstraint {
    /// The type as one that values are made for.
    var shape: ValueShape {
        switch self {
        case .any, .tuple: .any
        case .string: .text
        case .number: .number
        case .truth: .truth
        case .map(let element): .map(element.shape)
        case .collection(let element, _): .list(element.shape)
        case .object(let attributes):
            .object(attributes.map { .init(name: $0.name, shape: $0.type.shape, isOptional: $0.isOptional) })
        }
    }
}
