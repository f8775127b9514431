/// A mapping of a rule file, declared once: the loader checks it, and editors learn it from the schema made of it.
public struct RuleFileShape: Sendable {
    /// A key of the mapping.
    public struct Key: Sendable {
        public let name: String
        public let form: RuleFileForm
        public let isRequired: Bool
        /// One sentence for editors.
        public let documentation: String

        public init(_ name: String, _ form: RuleFileForm, isRequired: Bool = false, _ documentation: String) {
            self.name = name
            self.form = form
            self.isRequired = isRequired
            self.documentation = documentation
        }
    }

    /// What messages call it: `a check`.
    public let title: String
    public let keys: [Key]
    /// Whether the rule itself names further keys: the variable of a test's model.
    public let isOpen: Bool

    public init(_ title: String, isOpen: Bool = false, _ keys: [Key]) {
        self.title = title
        self.keys = keys
        self.isOpen = isOpen
    }

    public var names: [String] { keys.map(\.name) }

    /// The same with one key more.
    func adding(_ key: Key) -> RuleFileShape { RuleFileShape(title, isOpen: isOpen, keys + [key]) }
}
