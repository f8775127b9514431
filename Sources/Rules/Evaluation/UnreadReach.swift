import Topology

/// Which verdicts of a rule hang on properties that templates set and that the model does not read.
///
/// A verdict hangs on those of the resource that is judged, and on those of every resource that its expressions read. A
/// property that is only unknown to the ledger counts for the resource that is judged alone: it may be anything.
struct UnreadReach {
    let model: Model
    let rule: CompiledRule

    /// Whether a verdict of the rule may hang on one at all.
    var mayHang: Bool {
        guard !model.unread.isEmpty else { return false }
        return rule.checks.contains { model.unread.bear(on: rule.rule.id, isError: $0.severity == .error) }
    }

    /// Why a check of an object stays open; empty when nothing of the kind bears on it.
    func reasons(for object: ModelObject, leaves: [Leaf], isError: Bool) -> Set<String> {
        // Whoever reads what is written, with raw(), needs no field of the model for it.
        let isRaw = leaves.contains { $0.reader.touched().contains(where: \.isWritten) }
        let own = model.unread.of(object).filter { $0.bears(on: rule.rule.id, isError: isError && !isRaw) }
        var reasons = Set(own.map(\.reason))
        var seen: Set<ObjectID> = [object.id]
        for leaf in leaves {
            for case .field(let id, _) in leaf.reader.touched() where seen.insert(id).inserted {
                for property in model.unread.of(model[id]) where property.bears(on: rule.rule.id, isError: false) {
                    reasons.insert("\(property.reason), set by \(model[id].resource ?? model[id].name)")
                }
            }
        }
        return reasons
    }
}
