/// A line of a `.gitignore` file. Git compares bytes, so this does.
///
/// Source: git's documentation, gitignore, "Pattern format".
struct GitIgnorePattern: Sendable {
    private enum Token: Sendable {
        /// Any characters of one component.
        case any
        /// One character.
        case one
        case literal(UInt8)
        case set([ClosedRange<UInt8>], isNegated: Bool)
    }

    private enum Component: Sendable {
        /// Any number of components.
        case any
        case tokens([Token])
    }

    private let components: [Component]
    /// Takes back what an earlier pattern ignores.
    let isNegated: Bool
    private let isFolderOnly: Bool

    /// - Returns: `nil` for an empty line, a comment, and what git does not take for a pattern.
    init?(line: String) {
        var text = Substring(Self.withoutTrailingBlanks(line))
        guard !text.isEmpty, text.first != "#" else { return nil }
        isNegated = text.first == "!"
        if isNegated { text = text.dropFirst() }
        isFolderOnly = text.last == "/"
        if isFolderOnly { text = text.dropLast() }
        guard !text.isEmpty, text != "/" else { return nil }
        // With a slash in it, it starts from the file's own folder; without, it fits at any depth.
        let isAnchored = text.contains("/")
        var components = isAnchored ? [] : [Component.any]
        for part in text.split(separator: "/") {
            if part == "**" {
                components.append(.any)
            } else {
                guard let tokens = Self.tokens(of: part) else { return nil }
                components.append(.tokens(tokens))
            }
        }
        // What stands in the folder, never the folder itself.
        if case .any = components.last { components.append(.tokens([.any])) }
        self.components = components
    }

    /// - Parameters:
    ///   - path: components from the folder of the `.gitignore` file.
    ///   - steps: what it took is added.
    func matches(_ path: [[UInt8]], isFolder: Bool, counting steps: inout Int) -> Bool {
        steps += 1
        guard isFolder || !isFolderOnly, mayEnd(path) else { return false }
        var inner = 0
        defer { steps += inner }
        return Glob.fits(components, path, counting: &steps, isAny: Self.isAny) { component, text in
            guard case .tokens(let tokens) = component else { return false }
            return Glob.fits(tokens, text, counting: &inner, isAny: Self.isAny, isEqual: Self.fits)
        }
    }

    /// Whether the path may end as the pattern does: most patterns are settled by their last character.
    private func mayEnd(_ path: [[UInt8]]) -> Bool {
        guard case .tokens(let tokens)? = components.last, case .literal(let byte)? = tokens.last else { return true }
        return path.last?.last == byte
    }

    private static func isAny(_ component: Component) -> Bool { if case .any = component { true } else { false } }
    private static func isAny(_ token: Token) -> Bool { if case .any = token { true } else { false } }

    private static func fits(_ token: Token, _ byte: UInt8) -> Bool {
        switch token {
        case .any: false
        case .one: true
        case .literal(let literal): literal == byte
        case .set(let ranges, let isNegated): ranges.contains { $0.contains(byte) } != isNegated
        }
    }

    /// A blank at the end belongs to the pattern behind a backslash only.
    private static func withoutTrailingBlanks(_ line: String) -> String {
        var bytes = Array(line.utf8)
        if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
        while let last = bytes.last, last == UInt8(ascii: " ") || last == UInt8(ascii: "\t") {
            if bytes.count > 1, bytes[bytes.count - 2] == backslash { break }
            bytes.removeLast()
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// `nil` for a set or an escape that has no end.
    private static func tokens(of text: Substring) -> [Token]? {
        var tokens: [Token] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "*"): tokens.append(.any)
            case UInt8(ascii: "?"): tokens.append(.one)
            case UInt8(ascii: "["):
                guard let set = set(from: &rest) else { return nil }
                tokens.append(set)
            case backslash:
                guard let escaped = rest.popFirst() else { return nil }
                tokens.append(.literal(escaped))
            default: tokens.append(.literal(byte))
            }
        }
        return tokens
    }

    /// The rest of `[a-z_]`, from behind the bracket.
    private static func set(from rest: inout ArraySlice<UInt8>) -> Token? {
        let isNegated = rest.first == UInt8(ascii: "!") || rest.first == UInt8(ascii: "^")
        if isNegated { rest.removeFirst() }
        var ranges: [ClosedRange<UInt8>] = []
        var isFirst = true
        while var byte = rest.popFirst() {
            // A bracket that closes at once is a member.
            if byte == bracket, !isFirst { return .set(ranges, isNegated: isNegated) }
            isFirst = false
            if byte == UInt8(ascii: "["), let named = classRanges(from: &rest) {
                ranges += named
                continue
            }
            if byte == backslash, let escaped = rest.popFirst() { byte = escaped }
            if rest.first == UInt8(ascii: "-"), let upper = rest.dropFirst().first, upper != bracket {
                rest.removeFirst(2)
                if byte <= upper { ranges.append(byte...upper) }
            } else {
                ranges.append(byte...byte)
            }
        }
        return nil
    }

    private static let backslash = UInt8(ascii: "\\")
    private static let bracket = UInt8(ascii: "]")

    /// The rest of `[:alpha:]`, from behind its bracket; `nil` when it is none.
    private static func classRanges(from rest: inout ArraySlice<UInt8>) -> [ClosedRange<UInt8>]? {
        for (name, ranges) in classes where rest.starts(with: ":\(name):]".utf8) {
            rest.removeFirst(name.utf8.count + 3)
            return ranges
        }
        return nil
    }

    private static let classes: [(name: String, ranges: [ClosedRange<UInt8>])] = [
        ("alpha", [0x41...0x5A, 0x61...0x7A]), ("digit", [0x30...0x39]), ("alnum", [0x30...0x39, 0x41...0x5A, 0x61...0x7A]),
        ("upper", [0x41...0x5A]), ("lower", [0x61...0x7A]), ("xdigit", [0x30...0x39, 0x41...0x46, 0x61...0x66]),
        ("blank", [0x09...0x09, 0x20...0x20]), ("space", [0x09...0x0D, 0x20...0x20]), ("print", [0x20...0x7E]),
        ("graph", [0x21...0x7E]), ("cntrl", [0x00...0x1F, 0x7F...0x7F]),
        ("punct", [0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E]),
    ]
}
