import Templates

/// A link the other way round: which objects mean an object. Found once for all, since asking every object of a kind for
/// each object of another one takes the square of a template's size.
struct Backlinks {
    private var found: [ObjectID: [(id: ObjectID, condition: Condition)]] = [:]
    /// By root stack.
    private var doubts: [Int: [Reason]] = [:]
    private let assembly: ModelAssembly

    /// - Parameters:
    ///   - kind: the kind of the objects that link.
    ///   - candidates: what one of them means.
    init(from kind: String, in assembly: ModelAssembly, _ candidates: (ObjectID) -> [LinkResolver.Candidate]) {
        self.assembly = assembly
        for id in assembly.ids(of: kind) {
            let root = assembly.roots[id.index]
            for candidate in candidates(id) {
                switch candidate.meaning {
                case .object(let target) where assembly.roots[target.index] == root:
                    found[target, default: []]
                        .append((id, candidate.condition.and(assembly.objects[id.index].existence)))
                case .unknown(let reasons, _): doubts[root, default: []] += reasons
                case .object, .outside, .absent: continue
                }
            }
        }
        doubts = doubts.mapValues(ModelAssembly.unique)
    }

    /// The objects that link to one, each with the condition of the link and of its own existence.
    func links(to id: ObjectID) -> [(id: ObjectID, condition: Condition)] { found[id] ?? [] }

    /// Why more may link to an object than is known.
    func openReasons(of id: ObjectID) -> [Reason] {
        assembly.openReasons(of: id) + (doubts[assembly.roots[id.index]] ?? [])
    }
}
