/// A text for people with `{{ expression }}` parts.
public struct MessageTemplate: Sendable {
    public enum Part: Sendable {
        case literal(String)
        case expression(ExpressionSource)
    }

    public let parts: [Part]
}
