/// The keys that a text's mappings hold twice, as warnings.
struct DuplicateKeys {
    /// Warnings that are listed one by one; a hostile file has millions.
    private static let listed = 1_000

    private(set) var warnings: [UnplacedDiagnostic] = []
    private var unlisted = 0

    mutating func note(name: () -> String, earlier: Range<Int>, later: Range<Int>) {
        guard warnings.count < Self.listed else {
            unlisted += 1
            return
        }
        warnings.append(
            UnplacedDiagnostic(
                .warning, code: .duplicateKey, "the key `\(name())` is here twice; the last one counts",
                help: "remove or rename one of the two", at: later,
                related: [.init(message: "its value here is lost", range: earlier)]))
    }

    /// The warnings in the order of the text.
    func sorted() -> [UnplacedDiagnostic] {
        let sorted = warnings.sorted { $0.range.lowerBound < $1.range.lowerBound }
        guard unlisted > 0, let last = sorted.last else { return sorted }
        return sorted + [
            UnplacedDiagnostic(
                .warning, code: .duplicateKey, "\(unlisted) more keys are there twice and are not listed",
                at: last.range)
        ]
    }
}
