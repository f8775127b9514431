import Rules
import Text

/// What is asked again and again about rules that suppressions name, each worked out once.
struct SuppressionQuestions {
    private let rules: [SuppressionStage.KnownRule]
    private let files: Set<String>
    /// The files of what was left open, by rule.
    private let openFiles: [String: Set<String>]
    private var fitting: [String: [SuppressionStage.KnownRule]] = [:]
    private var suggestions: RuleSuggestions

    init(rules: [SuppressionStage.KnownRule], undecided: [UndecidedVerdict], files: Set<String>) {
        self.rules = rules
        self.files = files
        openFiles = undecided.reduce(into: [:]) { $0[$1.rule, default: []].insert($1.location.file) }
        suggestions = RuleSuggestions(rules)
    }

    /// The rules that a suppression names by one text.
    mutating func rules(fitting selector: Suppression.Selector) -> [SuppressionStage.KnownRule] {
        if let known = fitting[selector.text] { return known }
        let found = rules.filter { selector.fits(id: $0.id, name: $0.name) }
        fitting[selector.text] = found
        return found
    }

    /// Whether the rules were asked and left nothing open that a suppression could be for.
    func areSettled(_ rules: [SuppressionStage.KnownRule], for scope: SuppressionScope) -> Bool {
        rules.allSatisfy(\.isEnabled) && scope.concernsAny(of: files)
            && !rules.contains { openFiles[$0.id].map(scope.concernsAny) ?? false }
    }

    /// What to do about a name that no rule has.
    mutating func help(for name: String) -> String { suggestions.help(for: name) }
}
