import YAMLBridge

/// What other tools fill in before CloudFormation sees a template, and the names that they bring.
///
/// - Serverless Framework: variables `${self:service}`, `${env:HOME}`, `${file(./x.yml):key}`; the framework makes functions,
///   roles and permissions of its own and merges fragments (https://www.serverless.com/framework/docs/guides/variables,
///   https://www.serverless.com/framework/docs/providers/aws/guide/resources).
/// - Jinja, as Sceptre, Ansible and AWS Proton run it: `{{ name }}`, `{% if ... %}` (https://docs.sceptre-project.org).
/// - ERB: `<%= name %>`.
struct ForeignTemplate: Sendable {
    /// A stretch of a text.
    enum Piece: Equatable {
        case literal(String)
        /// What is filled in, as it is written.
        case placeholder(String)
    }

    /// Whether the Serverless Framework completes the template.
    private(set) var isServerlessFramework = false
    /// Whether other names may come into the template: by fragments, or by statements that repeat what stands between them.
    private(set) var mayBringNames = false
    private var hasBraces = false
    private var hasMarks = false

    /// Whether a text of the template may hold anything that is filled in.
    var mayFill: Bool { isServerlessFramework || hasBraces || hasMarks }

    /// - Parameter isFragment: whether the template is surely one of the Serverless Framework.
    init(_ document: Document, root: Node, isFragment: Bool = false) {
        let bytes = document.bytes
        isServerlessFramework = isFragment
        var before: UInt8 = 0
        for (offset, byte) in bytes.enumerated() {
            switch (before, byte) {
            case (UInt8(ascii: "$"), UInt8(ascii: "{")):
                if !isServerlessFramework, Self.isVariable(bytes[(offset + 1)...].prefix(64)) { isServerlessFramework = true }
            case (UInt8(ascii: "{"), UInt8(ascii: "{")): hasBraces = true
            case (UInt8(ascii: "{"), UInt8(ascii: "%")), (UInt8(ascii: "<"), UInt8(ascii: "%")): hasMarks = true
            default: break
            }
            before = byte
        }
        mayBringNames = isServerlessFramework || hasMarks || hasBraces && Self.hasOpenKeys(root)
    }

    /// Whether a section has a key that is filled in.
    private static func hasOpenKeys(_ root: Node) -> Bool {
        ["Parameters", "Mappings", "Conditions", "Resources"].contains { section in
            root[section]?.entries.contains { $0.key.text.contains("{{") } ?? false
        }
    }

    /// Sources of variables that no other notation has; `${aws:username}` is one of IAM's.
    private static let sources = ["self", "opt", "env", "sls", "param", "cf", "ssm", "git", "tenv"].map { Array($0.utf8) }
    private static let calls = ["file(", "strToBool("].map { Array($0.utf8) }

    /// Whether `${` and these bytes begin a variable of the Serverless Framework, and not one of a shell: `${env:-live}`.
    private static func isVariable(_ bytes: ArraySlice<UInt8>) -> Bool {
        if calls.contains(where: { bytes.starts(with: $0) }) { return true }
        guard let source = sources.first(where: { bytes.starts(with: $0) }) else { return false }
        var rest = bytes.dropFirst(source.count)
        // The region or the address of a stack: `${cf.us-east-1:stack.Output}`, `${cf(us-east-1):stack.Output}`.
        if source == Array("cf".utf8) || source == Array("ssm".utf8), rest.first == 0x2E || rest.first == 0x28 {
            rest = rest.drop { $0 != UInt8(ascii: ":") }
        }
        guard rest.popFirst() == UInt8(ascii: ":"), let next = rest.first else { return false }
        return isLetter(next) || next == UInt8(ascii: "$") || next == UInt8(ascii: "/") || next == UInt8(ascii: "_")
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    // MARK: - Texts

    /// A text cut into what stands there and what is filled in; `nil` where nothing is.
    func pieces(of text: String) -> [Piece]? {
        guard mayFill, text.utf8.contains(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "%") }) else { return nil }
        let bytes = Array(text.utf8)
        var pieces: [Piece] = []
        var start = 0
        var offset = 0
        while offset + 1 < bytes.count {
            guard let end = endOfPlaceholder(in: bytes, at: offset) else {
                offset += 1
                continue
            }
            if start < offset { pieces.append(.literal(String(decoding: bytes[start..<offset], as: UTF8.self))) }
            pieces.append(.placeholder(String(decoding: bytes[offset..<end], as: UTF8.self)))
            start = end
            offset = end
        }
        guard !pieces.isEmpty else { return nil }
        if start < bytes.count { pieces.append(.literal(String(decoding: bytes[start...], as: UTF8.self))) }
        return pieces
    }

    private func endOfPlaceholder(in bytes: [UInt8], at start: Int) -> Int? {
        switch (bytes[start], bytes[start + 1]) {
        case (UInt8(ascii: "$"), UInt8(ascii: "{")) where isServerlessFramework:
            return Self.isReplaced(bytes[(start + 2)...].prefix(64)) ? Self.closingBrace(in: bytes, from: start + 2) : nil
        case (UInt8(ascii: "{"), UInt8(ascii: "{")) where hasBraces:
            // `{{resolve:ssm:name}}` is CloudFormation's own; programs that print `{{.ID}}` begin with no name.
            let inner = bytes[(start + 2)...].drop { $0 == 0x20 || $0 == UInt8(ascii: "-") }
            guard let first = inner.first, Self.isLetter(first) || first == UInt8(ascii: "_"),
                !inner.starts(with: Array("resolve".utf8))
            else { return nil }
            return Self.end(UInt8(ascii: "}"), UInt8(ascii: "}"), in: bytes, from: start + 2)
        case (UInt8(ascii: "{"), UInt8(ascii: "%")) where hasMarks:
            return Self.end(UInt8(ascii: "%"), UInt8(ascii: "}"), in: bytes, from: start + 2)
        case (UInt8(ascii: "<"), UInt8(ascii: "%")) where hasMarks:
            return Self.end(UInt8(ascii: "%"), UInt8(ascii: ">"), in: bytes, from: start + 2)
        default: return nil
        }
    }

    /// Whether the framework replaces what these bytes begin: a source with one colon behind it, of AWS the account and the
    /// region.
    private static func isReplaced(_ bytes: ArraySlice<UInt8>) -> Bool {
        if isVariable(bytes) { return true }
        let own = ["aws:accountId}", "aws:region}", "s3:", "s3("]
        return own.contains { bytes.starts(with: Array($0.utf8)) }
    }

    /// Behind the brace that closes a variable, others within it included.
    private static func closingBrace(in bytes: [UInt8], from start: Int) -> Int? {
        var depth = 1
        for offset in start..<bytes.count {
            if bytes[offset] == UInt8(ascii: "{") { depth += 1 }
            if bytes[offset] == UInt8(ascii: "}") { depth -= 1 }
            if depth == 0 { return offset + 1 }
        }
        return nil
    }

    private static func end(_ first: UInt8, _ second: UInt8, in bytes: [UInt8], from start: Int) -> Int? {
        guard start < bytes.count else { return nil }
        return (start..<bytes.count - 1).first { bytes[$0] == first && bytes[$0 + 1] == second }.map { $0 + 2 }
    }

    // MARK: - Functions

    /// Functions of tools that run before CloudFormation sees the template.
    ///
    /// Sources: https://github.com/aws-cloudformation/rain ("Rain::Embed" and its kin), https://github.com/monken/cfn-include.
    static func isFunction(_ name: String) -> Bool {
        name.hasPrefix("Fn::Rain::") || name.hasPrefix("Rain::") || functionsOfInclude.contains(name)
    }

    private static let functionsOfInclude = Set(
        [
            "ApplyTags", "Compact", "Concat", "DeepMerge", "Eval", "Filenames", "Flatten", "FlattenDeep", "GetEnv", "IfEval",
            "Include", "JoinNow", "LowerCamelCase", "Map", "Merge", "ObjectKeys", "ObjectValues", "Omit", "OmitEmpty", "Outputs",
            "RefNow", "Sequence", "Sort", "SortBy", "SortObject", "SortedUniq", "StringSplit", "Stringify", "SubNow", "Uniq",
            "UpperCamelCase", "Without",
        ].map { "Fn::\($0)" })
}
