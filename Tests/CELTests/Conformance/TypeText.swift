@testable import CEL

/// Types of the suite, which are protocol buffers in text form.
enum TypeText {
    /// The variable that `name: "x" ident { type { ... } }` declares; `nil` for a function.
    static func variable(_ declaration: String) -> (name: String, type: CELType)? {
        guard let name = declaration.split(separator: "\"").dropFirst().first,
            let start = declaration.range(of: "ident { type { ")
        else { return nil }
        return type(words(declaration[start.upperBound...])).map { (String(name), $0) }
    }

    static func type(_ text: String) -> CELType? { type(words(text[...])) }

    private static func words(_ text: Substring) -> [Substring] { text.split(separator: " ") }

    private static func type(_ words: [Substring]) -> CELType? {
        var rest = words[...]
        return parse(&rest)
    }

    private static func parse(_ words: inout ArraySlice<Substring>) -> CELType? {
        switch words.popFirst() {
        case "primitive:": primitive(words.popFirst())
        case "null:": words.popFirst().map { _ in .null }
        case "dyn": close(&words, .dyn)
        case "list_type": element(&words).map(CELType.list)
        case "map_type": map(&words)
        case "abstract_type": optional(&words)
        default: nil
        }
    }

    private static func primitive(_ name: Substring?) -> CELType? {
        switch name {
        case "BOOL": .bool
        case "INT64": .int
        case "UINT64": .uint
        case "DOUBLE": .double
        case "STRING": .string
        case "BYTES": .bytes
        default: nil
        }
    }

    private static func close(
        _ words: inout ArraySlice<Substring>, _ type: CELType?
    ) -> CELType? {
        while words.first == "{" || words.first == "}" { words.removeFirst() }
        return type
    }

    private static func element(_ words: inout ArraySlice<Substring>) -> CELType? {
        words.removeFirst(min(3, words.count))
        return close(&words, parse(&words))
    }

    private static func map(_ words: inout ArraySlice<Substring>) -> CELType? {
        words.removeFirst(min(3, words.count))
        let key = close(&words, parse(&words))
        words.removeFirst(min(2, words.count))
        let value = close(&words, parse(&words))
        guard let key, let value else { return nil }
        return .map(key, value)
    }

    private static func optional(_ words: inout ArraySlice<Substring>) -> CELType? {
        guard words.contains("\"optional_type\"") else { return nil }
        words.removeFirst(min(5, words.count))
        return close(&words, parse(&words)).map(CELType.optional)
    }
}
