/// Findings that were there when somebody drew a line; only later ones count.
public struct Baseline: Sendable, Hashable {
    /// The usual name, beside `ecslint.yaml`.
    public static let usualName = ".ecslint-baseline.json"

    /// A known finding: what tells it from others, whatever the line that it stands on.
    public struct Entry: Sendable, Hashable {
        /// From the baseline's own folder.
        public let file: String
        /// The rule's id.
        public let rule: String
        /// For readers; not compared.
        public let name: String
        /// The check of the rule that failed.
        public let check: String
        /// The logical id or Terraform address; `nil` for what concerns no resource.
        public let resource: String?
        /// The property's path.
        public let path: String?
        /// The `forEach` member.
        public let subject: String?

        /// Creates an entry of what a finding is known by.
        public init(
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
    public let path: String
    /// Sorted; equal findings stand once for each.
    public let entries: [Entry]
    /// Files of entries that are not there any more, so that nobody will find what is wrong with them.
    public var absentFiles: Set<String> = []

    /// Creates a baseline; the entries are sorted.
    public init(path: String, entries: [Entry]) {
        self.path = path
        self.entries = entries.sorted { $0.sortKey.lexicographicallyPrecedes($1.sortKey) }
    }
}

extension Baseline.Entry {
    fileprivate var sortKey: [String] { [file, resource ?? "", path ?? "", rule, check, subject ?? "", name] }
}
