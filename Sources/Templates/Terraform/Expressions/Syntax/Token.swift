import Evaluation

/// A word of HCL's expressions.
struct Token: Hashable {
    enum Kind: Hashable {
        case identifier(String)
        case number(String)
        /// The quote that begins a text; its content is a template and is read as such.
        case quote
        /// `<<NAME` or `<<-NAME` and the end of its line; the lines behind it are a template.
        case heredoc(name: String, isIndented: Bool)
        case symbol(Symbol)
        case newline
        case end
        /// A character that begins no word.
        case other(String)
    }

    /// Operators and punctuation.
    enum Symbol: String, Hashable, CaseIterable {
        case leftBrace = "{", rightBrace = "}", leftBracket = "[", rightBracket = "]", leftParenthesis = "("
        case rightParenthesis = ")", comma = ",", dot = ".", ellipsis = "...", colon = ":", equals = "=", arrow = "=>"
        case question = "?", plus = "+", minus = "-", star = "*", slash = "/", percent = "%", isEqual = "=="
        case isNotEqual = "!=", less = "<", greater = ">", lessOrEqual = "<=", greaterOrEqual = ">=", and = "&&"
        case or = "||", not = "!", doubleColon = "::"
    }

    let kind: Kind
    let range: Range<Int>

    /// The token for a message: `'}'`, "the end".
    var shown: String {
        switch kind {
        case .identifier(let text), .number(let text), .other(let text): "'\(text.prefix(40))'"
        case .quote: "a text"
        case .heredoc(let name, _): "'<<\(name.prefix(40))'"
        case .symbol(let symbol): "'\(symbol.rawValue)'"
        case .newline: "the end of the line"
        case .end: "the end"
        }
    }
}
