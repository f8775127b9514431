import YAMLBridge

/// What of a rule decides whether a run needs it.
package struct RuleHeader: Sendable, Hashable {
    /// `SQS007`
    package let id: String
    /// `visibility-timeout-covers-processing`
    package let name: String
    /// Whether the rule runs unasked.
    package let status: Rule.Status
    /// The kind of objects that it looks at.
    package let kind: String
    /// The rule file's path.
    package let file: String

    init(_ rule: Rule) {
        id = rule.id
        name = rule.name
        status = rule.status
        kind = rule.selection.kind
        file = rule.file
    }

    /// The header of a built-in rule without reading its file as YAML, which would take most of a small run's time.
    ///
    /// Relies on what tests keep true of the files of `rules.d`: one rule a file, which is called ID-NAME.yaml, and whose
    /// `select` holds the first `kind:` behind it. `nil` for a file of another form, which is then read whole.
    init?(file: String, bytes: UnsafeRawBufferPointer) {
        guard let title = file.split(separator: "/").last, title.hasSuffix(".yaml"),
            let dash = title.firstIndex(of: "-")
        else { return nil }
        id = String(title[..<dash])
        name = String(title[title.index(after: dash)...].dropLast(".yaml".count))
        self.file = file
        var status = Rule.Status.stable
        var start = 0
        while start < bytes.count {
            let line = bytes[start...]
            let first = bytes[start]
            start = bytes.lineEnd(from: start) + 1
            // Nearly every line of a file is indented.
            guard first == UInt8(ascii: "s") else { continue }
            if line.starts(with: "status:".utf8) {
                guard let known = Rule.Status(rawValue: Self.word(behind: "status:", in: line)) else { return nil }
                status = known
            } else if line.starts(with: "select:".utf8) {
                kind = Self.word(behind: "kind:", in: line)
                self.status = status
                return
            }
        }
        return nil
    }

    /// The word behind the first occurrence of a key.
    private static func word(behind key: String, in bytes: Slice<UnsafeRawBufferPointer>) -> String {
        var rest = bytes
        while !rest.isEmpty, !rest.starts(with: key.utf8) { rest = rest.dropFirst() }
        let word = rest.dropFirst(key.utf8.count).drop { $0 == UInt8(ascii: " ") }.prefix(while: isWordByte)
        return String(decoding: word, as: UTF8.self)
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        default: false
        }
    }
}
