import Evaluation
import Templates

/// The objects whose link may mean another one, for derivations that read the link themselves: those that surely mean
/// it, and those of which that is not known. Asking all of them for each object would take the square of their number.
struct PossibleOwners {
    private var certain: [ObjectID: [ObjectID]] = [:]
    /// By their root stacks.
    private var undecided: [Int: [ObjectID]] = [:]
    private let assembly: ModelAssembly

    /// - Parameter asksExistence: whether the derivation asks first whether an owner exists, which may be an open question.
    init(_ assembly: ModelAssembly, _ kind: Kind, by field: FieldKey, asksExistence: Bool = false) {
        self.assembly = assembly
        for owner in assembly.ids(of: kind) {
            let exists = !asksExistence || assembly.objects[owner.index].existence == .always
            switch assembly.field(field, of: owner).content {
            case .object(let id) where exists: certain[id, default: []].append(owner)
            case .absent where exists: continue
            default: undecided[assembly.root(of: owner), default: []].append(owner)
            }
        }
    }

    /// In the order of the input.
    func owners(of id: ObjectID) -> [ObjectID] {
        let root = assembly.root(of: id)
        let sure = certain[id] ?? []
        guard let others = undecided[root] else { return sure }
        return (sure + others).sorted()
    }
}
