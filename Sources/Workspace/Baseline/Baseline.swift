/// Findings that were there when somebody drew a line; only later ones count.
package struct Baseline: Sendable, Hashable {
    /// The usual name, beside `ecslint.yaml`.
    package static let usualName = ".ecslint-baseline.json"

    /// A known finding: what tells it from others, whatever the line that it stands on.
    package struct Entry: Sendable, Hashable {
        /// From the baseline's own folder.
        package let file: String
        /// The rule's id.
        package let rule: String
        /// For readers; not compared.
        package let name: String
        /// The check of the rule that failed.
        package let check: String
        /// The logical id or Terraform address; `nil` for what concerns no resource.
        package let resource: String?
        /// The property's path.
        package let path: String?
        /// The `forEach` member.
        package let subject: String?

        /// Creates an entry of what a finding is known by.
        package init(
            file: String, rule: String, name: String, check: String, resource: String?, path: String?, subject: String?
        ) {
            self.file = file
            self.rule = rule
            self.name = name
            self.check = check
            self.resource = resource
            self.path = path
            self.subject = subject
        }
    }

    /// Where it stands, relative to the working folder.
    package let path: String
    /// Sorted; equal findings stand once for each.
    package let entries: [Entry]
    /// Files of entries that are not there any more, so that nobody will find what is wrong with them.
    package var absentFiles: Set<String> = []

    /// Creates a baseline; the entries are sorted.
    package init(path: String, entries: [Entry]) {
        self.path = path
        self.entries = entries.sorted { $0.sortKey.lexicographicallyPrecedes($1.sortKey) }
    }
}

extension Baseline.Entry {
    fileprivate var sortKey: [String] { [file, resource ?? "", path ?? "", rule, check, subject ?? "", name] }
}
