import Evaluation
import Templates

/// Links the other way round: which objects point to each object of a kind, gathered in one walk over those that point.
struct ReverseLinks {
    private var owners: [ObjectID: [(id: ObjectID, condition: Condition)]] = [:]
    private var doubts: [Int: [Reason]] = [:]
    private var seenDoubts: [Int: Set<Reason>] = [:]
    /// Why something of another template may point to an object.
    private var doubtsFromOthers: [ObjectID: [Reason]] = [:]

    /// Most reasons that are kept of a system: each object that may be meant gets them all, and thousands say nothing more.
    static let mostDoubts = 64

    init() {}

    /// - Parameters:
    ///   - pointing: the objects whose field may point to others, of their own system or of another.
    ///   - field: that field, as the template writes it.
    ///   - kind: what it points to.
    ///   - hasNeighbours: whether an unknown name may mean objects of other templates; see ``Neighbours``.
    init(
        _ assembly: ModelAssembly, _ resolver: LinkResolver, from pointing: [ObjectID], by field: FieldKey, to kind: Kind,
        hasNeighbours: Bool = false
    ) {
        for owner in pointing {
            let root = assembly.root(of: owner)
            for candidate in resolver.candidates(assembly.written(field, of: owner), among: kind, from: owner) {
                switch candidate.meaning {
                case .object(let id):
                    add(owner, when: candidate.condition.and(assembly.objects[owner.index].existence), to: id)
                case .unknown(let reasons, _):
                    add(doubts: reasons, inRoot: root)
                    if hasNeighbours {
                        for id in resolver.neighbours(meantBy: candidate.value, among: kind, from: owner) {
                            add(doubts: reasons, of: id)
                        }
                    }
                    // It may be imported from any template that exports something.
                    guard reasons.contains(.openImport) else { continue }
                    for other in assembly.exportingRoots where other != root { add(doubts: reasons, inRoot: other) }
                case .outside, .absent: continue
                }
            }
        }
    }

    mutating func add(_ owner: ObjectID, when condition: Condition, to id: ObjectID) {
        owners[id, default: []].append((owner, condition))
    }

    mutating func add(doubts reasons: [Reason], inRoot root: Int) {
        for reason in reasons
        where doubts[root, default: []].count < Self.mostDoubts && seenDoubts[root, default: []].insert(reason).inserted {
            doubts[root, default: []].append(reason)
        }
    }

    /// Says why something may point to an object.
    mutating func add(doubts reasons: [Reason], of id: ObjectID) {
        guard doubtsFromOthers[id, default: []].count < Self.mostDoubts else { return }
        doubtsFromOthers[id, default: []] += reasons
    }

    /// What points to an object, and when.
    func owners(of id: ObjectID) -> [(id: ObjectID, condition: Condition)] { owners[id] ?? [] }

    /// Why more may point to any object of a system, by its root stack.
    func doubts(inRoot root: Int) -> [Reason] { doubts[root] ?? [] }

    /// Why more may point to an object, of its own system or of another.
    func doubts(of id: ObjectID, _ assembly: ModelAssembly) -> [Reason] {
        doubts(inRoot: assembly.root(of: id)) + (doubtsFromOthers[id] ?? [])
    }
}
