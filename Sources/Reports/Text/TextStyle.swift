import Rules

/// Colour for a terminal, or none.
package struct TextStyle: Sendable {
    private let isColored: Bool

    /// Text as it is.
    package static let plain = TextStyle(isColored: false)
    /// Text with escape sequences for colours (ECMA-48, "SGR").
    package static let colored = TextStyle(isColored: true)

    func bold(_ text: String) -> String { wrap(text, "1") }
    func frame(_ text: String) -> String { wrap(text, "34") }
    func help(_ text: String) -> String { wrap(text, "36") }

    func severity(_ text: String, _ severity: Severity) -> String {
        switch severity {
        case .error: wrap(text, "1;31")
        case .warning: wrap(text, "1;33")
        case .note: wrap(text, "1;36")
        }
    }

    private func wrap(_ text: String, _ code: String) -> String {
        isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
