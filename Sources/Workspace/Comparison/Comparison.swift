import Capacity
import InstanceCatalog
import Rules

/// What is different between two states of templates.
package struct Comparison: Sendable {
    /// One of the two.
    package struct State: Sendable {
        /// What the person called it.
        package let label: String
        /// The folder that its paths start from, from the working one.
        let folder: String
        /// With paths from the working folder.
        package internal(set) var result: LintResult
        /// `nil` without services, and where the templates cannot be read.
        package let cost: CostReport?
    }

    /// A finding of the old state that the new one does not have.
    package struct Gone: Sendable {
        /// The finding, with the place that it had.
        package let finding: Finding
        /// It is not fixed: the new state leaves open whether it is there.
        package let isUndecidedNow: Bool
    }

    /// The state before.
    package let old: State
    /// The state after, which the exit status is about.
    package let new: State
    /// What only the new state has, in the order of its report.
    package let added: [Finding]
    /// What only the old state had, in the order of its report.
    package let gone: [Gone]
    /// What the cost may be, as somebody asked for it.
    package var gates: [CostGate] = []
    /// What both have, with the places of the new state.
    package let unchanged: [Finding]

    /// - Parameter renaming: the name that a file of the old state has in the new one.
    init(old: State, new: State, renaming: (old: String, new: String)?) {
        let before = old.result.findings
        let after = new.result.findings
        var matching = BaselineMatching(
            entries: before.map {
                Baseline.Entry($0, file: $0.location.file == renaming?.old ? renaming?.new ?? "" : $0.location.file)
            },
            found: after.map { Baseline.Entry($0, file: $0.location.file) })
        matching.matchMoved()
        let shownAfter = after.map { $0.relocated(into: new.folder) }
        added = after.indices.filter { !matching.isFoundMatched[$0] }.map { shownAfter[$0] }
        unchanged = after.indices.filter { matching.isFoundMatched[$0] }.map { shownAfter[$0] }
        let open = Set(new.result.undecided.map { [$0.rule, $0.location.resource] })
        gone = before.indices.filter { !matching.isEntryMatched[$0] }.map { index in
            let finding = before[index]
            return Gone(
                finding: finding.relocated(into: old.folder),
                isUndecidedNow: open.contains([finding.rule, finding.location.resource]))
        }
        self.old = old.relocated
        self.new = new.relocated
    }

    /// Both sides' services and further costs by name; empty when neither has any.
    package var costs: [CostChange] {
        let left = Self.costs(of: old.cost)
        let right = Self.costs(of: new.cost)
        var names: [String] = []
        for entry in left + right where !names.contains(entry.name) { names.append(entry.name) }
        return names.map { name in
            let before = left.first { $0.name == name }
            let after = right.first { $0.name == name }
            // What is not there costs nothing.
            return CostChange(
                name: name, old: before?.cost ?? ScalingRange(all: .zero), new: after?.cost ?? ScalingRange(all: .zero),
                isOnBothSides: before != nil && after != nil)
        }
    }

    /// The whole, services and what comes with them; `nil` when neither side has a service.
    package var total: CostChange? {
        guard old.cost != nil || new.cost != nil else { return nil }
        func sum(_ report: CostReport?) -> ScalingRange<Decimal?> {
            report?.monthlyWithAdditional ?? ScalingRange(all: .zero)
        }
        return CostChange(
            name: "total", old: sum(old.cost), new: sum(new.cost), isOnBothSides: old.cost != nil && new.cost != nil)
    }

    private static func costs(of report: CostReport?) -> [(name: String, cost: ScalingRange<Decimal?>)] {
        guard let report else { return [] }
        return report.services.map { ($0.name, $0.monthly) }
            + report.additional.map { ("\($0.item.rawValue) of \($0.subject)", $0.monthly) }
    }

    /// 2 when a side cannot be trusted or a gate cannot be answered, 1 for a new finding that fails or a gate that is not kept,
    /// else 0.
    package var exitStatus: ExitStatus {
        if [old, new].contains(where: { $0.result.exitStatus == .unreliable }) { return .unreliable }
        if gateAnswers.contains(where: { $0.isKept == false }) { return .findings }
        if gateAnswers.contains(where: { $0.isKept == nil }) { return .unreliable }
        return added.contains { new.result.failOn.isReached(by: $0.severity) } ? .findings : .success
    }
}
