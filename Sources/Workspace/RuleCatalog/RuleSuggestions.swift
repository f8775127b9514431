import Text

/// "Did you mean" for names that no rule has: the first of very many mistakes get one.
struct RuleSuggestions {
    /// Most names that a nearest one is looked for.
    private static let most = 64

    private let names: [String]
    private var known: [String: String?] = [:]

    init(_ rules: [SuppressionStage.KnownRule]) {
        names = rules.flatMap { [$0.id, $0.name] }
    }

    /// What to do about a name.
    mutating func help(for name: String) -> String {
        let general = "`ecslint rules list` names them all."
        if let question = known[name] { return question ?? general }
        guard known.count < Self.most else { return general }
        let question = NearestName.question(for: name, among: names)
        known[name] = .some(question)
        return question ?? general
    }
}
