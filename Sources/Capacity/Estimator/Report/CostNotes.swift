/// Collects what a report says beside its figures, each sentence once.
struct CostNotes {
    private(set) var assumptions: [String]
    private(set) var diagnostics: [CostDiagnostic] = []
    private var onDemandDates = DateSpan()
    private var spotDates = DateSpan()
    private var fargateDates = DateSpan()
    private var otherDates = DateSpan()
    private var oldPrices: [(date: String, days: Int, canBeImported: Bool, names: [String])] = []
    /// Types whose registered memory is an estimate, told in one sentence.
    private var estimatedTypes: [String] = []

    init(assumptions: [String]) {
        self.assumptions = assumptions
    }

    mutating func assume(_ sentence: String) {
        if !assumptions.contains(sentence) { assumptions.append(sentence) }
    }

    mutating func report(_ diagnostic: CostDiagnostic) {
        if !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
    }

    /// Prices that may have changed since, told in one sentence for each day.
    mutating func oldPrice(_ what: String, of date: String, days: Int, canBeImported: Bool) {
        if let index = oldPrices.firstIndex(where: { $0.date == date && $0.canBeImported == canBeImported }) {
            if !oldPrices[index].names.contains(what) { oldPrices[index].names.append(what) }
        } else {
            oldPrices.append((date, days, canBeImported, [what]))
        }
    }

    /// The diagnostics in the order in which they came, then those of old prices.
    func allDiagnostics(region: String) -> [CostDiagnostic] {
        diagnostics
            + oldPrices.map { date, days, canBeImported, names in
                let more = names.count > 3 ? " and \(names.count - 3) more" : ""
                return CostDiagnostic(
                    .warning, .priceOld,
                    "Prices in \(region) of \(date) are \(days) days old: \(names.prefix(3).joined(separator: ", "))\(more). "
                        + (canBeImported
                            ? "Import newer ones with `ecslint catalog import`." : "Compare them with the price list of AWS."))
            }
    }

    mutating func estimatedMemory(of instanceType: String) {
        if !estimatedTypes.contains(instanceType) { estimatedTypes.append(instanceType) }
    }

    mutating func tookOnDemandPrice(asOf date: String?) { onDemandDates.add(date) }
    mutating func tookSpotPrice(asOf date: String?) { spotDates.add(date) }
    mutating func tookFargatePrice(asOf date: String?) { fargateDates.add(date) }
    mutating func tookOtherPrice(asOf date: String?) { otherDates.add(date) }

    var catalogDates: CostReport.CatalogDates {
        CostReport.CatalogDates(
            onDemandAsOf: onDemandDates.oldest, spotAsOf: spotDates.oldest, fargateAsOf: fargateDates.oldest,
            otherAsOf: otherDates.oldest)
    }

    var allAssumptions: [String] {
        guard !estimatedTypes.isEmpty else { return assumptions }
        let types = estimatedTypes.joined(separator: ", ")
        return assumptions
            + ["Memory that \(types) registers with ECS: a low bound by its kind and size, since it was not measured."]
    }

    private struct DateSpan {
        private(set) var oldest: String?
        private var hasUndated = false

        mutating func add(_ date: String?) {
            guard let date, !hasUndated else {
                hasUndated = true
                oldest = nil
                return
            }
            oldest = oldest.map { min($0, date) } ?? date
        }
    }
}
