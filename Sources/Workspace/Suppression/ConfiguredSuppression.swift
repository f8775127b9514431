import Text
import YAMLBridge

/// An entry of the configuration's `suppress`.
package struct ConfiguredSuppression: Sendable, Hashable {
    /// What it takes away: ids, names or families; never empty.
    package let rules: [Configuration.RuleName]
    /// A pattern of paths from the configuration's folder; `nil` for every file.
    package let path: String?
    /// A logical id or address, with `*` for any text; `nil` for every resource.
    package let resource: String?
    /// The last day on which it holds.
    package let until: CivilDay?
    /// Why, in the user's words; `nil` where none is given.
    package let reason: String?
    /// The whole entry.
    package let span: SourceSpan

    /// Reads one entry; `nil` when a mistake leaves nothing of it.
    init?(_ node: Node, with reader: inout NodeReader) {
        var rules: [Configuration.RuleName] = []
        var texts: [String: String] = [:]
        var until: CivilDay?
        for entry in reader.entries(of: node, known: ConfigurationShape.suppression.names, in: "a suppression") {
            let name = entry.key.text
            switch name {
            case "rule", "rules":
                rules += (reader.texts(entry.value, name) ?? []).map { .init($0.text, span: $0.span) }
            case "until":
                guard let text = reader.text(entry.value, name) else { continue }
                until = CivilDay(text)
                if until == nil { reader.report("until must be a day such as 2027-01-31", at: entry.value) }
            default: texts[name] = reader.text(entry.value, name)
            }
        }
        guard !rules.isEmpty else {
            if node.kind == .mapping {
                reader.report(
                    "a suppression must name its rules",
                    help: "Write `rule: SQS001`; `ignore` switches rules off everywhere.", at: node)
            }
            return nil
        }
        self.rules = rules
        path = texts["path"]
        resource = texts["resource"]
        self.until = until
        reason = texts["reason"]
        span = node.span
    }
}
