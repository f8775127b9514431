/// A text for people with `{{ expression }}` parts.
struct MessageTemplate: Sendable {
    /// A stretch of the text.
    enum Part: Sendable {
        /// Shown as it stands.
        case literal(String)
        /// Shown as the value that it has for the case.
        case expression(ExpressionSource)
    }

    /// In the order of the text.
    let parts: [Part]
}
