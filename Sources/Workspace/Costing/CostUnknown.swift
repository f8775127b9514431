/// Why a service cannot be priced.
struct CostUnknown: Error {
    let reasons: [String]

    init(_ reasons: [String]) {
        self.reasons = reasons
    }

    /// The reasons as one sentence for people.
    var sentence: String {
        let text = reasons.isEmpty ? "what it needs is not known" : reasons.joined(separator: "; ")
        return (text.first?.uppercased() ?? "") + text.dropFirst() + "."
    }
}
