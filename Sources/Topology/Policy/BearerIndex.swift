import Evaluation
import Templates

/// Objects by their ARNs, to find those that a pattern surely means without asking all.
struct BearerIndex {
    private var byLastPart: [[PolicyText.Token]: [ObjectID]] = [:]
    /// Objects whose ARNs end in a way that patterns of several last parts match.
    private var others: [ObjectID] = []
    private var all: [ObjectID] = []

    mutating func add(_ id: ObjectID, arns: [PolicyText]) {
        all.append(id)
        var parts: Set<[PolicyText.Token]> = []
        for arn in arns {
            switch arn.lastPart {
            case .fixed(let part), .partlyUnknown(let part?): parts.insert(part)
            case .partlyUnknown(nil): continue
            case .anything:
                others.append(id)
                return
            }
        }
        for part in parts { byLastPart[part, default: []].append(id) }
    }

    /// The objects that a pattern may surely mean.
    func candidates(for pattern: PolicyText) -> [ObjectID] {
        switch pattern.lastPart {
        case .fixed(let part), .partlyUnknown(let part?): (byLastPart[part] ?? []) + others
        case .partlyUnknown(nil): others
        case .anything: all
        }
    }
}
