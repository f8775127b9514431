/// A mapping of a rule file, declared once: the loader checks it, and editors learn it from the schema made of it.
package struct RuleFileShape: Sendable {
    /// A key of the mapping.
    package struct Key: Sendable {
        /// The key as it is written.
        package let name: String
        /// What may stand under it.
        package let form: RuleFileForm
        /// Whether a mapping without it is refused.
        package let isRequired: Bool
        /// One sentence for editors.
        package let documentation: String

        /// Creates a key; `documentation` is one sentence.
        package init(_ name: String, _ form: RuleFileForm, isRequired: Bool = false, _ documentation: String) {
            self.name = name
            self.form = form
            self.isRequired = isRequired
            self.documentation = documentation
        }
    }

    /// What messages call it: `a check`.
    package let title: String
    /// In the order in which the schema, and with it an editor, lists them.
    package let keys: [Key]
    /// Whether the rule itself names further keys: the variable of a test's model.
    package let isOpen: Bool

    /// Creates a mapping of these keys.
    package init(_ title: String, isOpen: Bool = false, _ keys: [Key]) {
        self.title = title
        self.keys = keys
        self.isOpen = isOpen
    }

    /// The keys' names: what else stands in the mapping is a mistake, perhaps a misspelled one of these.
    package var names: [String] { keys.map(\.name) }

    /// The same with one key more.
    func adding(_ key: Key) -> RuleFileShape { RuleFileShape(title, isOpen: isOpen, keys + [key]) }
}
