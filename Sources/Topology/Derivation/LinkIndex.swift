import Evaluation
import Templates

/// Links the other way round, by a field that is read already: each kind is walked once for all objects that it may link
/// to, of its own system or of another. Whoever makes one uses it only while nobody changes the fields.
final class LinkIndex {
    private struct Key: Hashable {
        let kind: Kind
        let field: FieldKey
    }

    private struct Links {
        var owners: [ObjectID: [(id: ObjectID, condition: Condition)]] = [:]
        /// Why any object of a system may be linked to, by its root stack.
        var open: [Int: [Reason]] = [:]
    }

    private let assembly: ModelAssembly
    private var known: [Key: Links] = [:]

    init(_ assembly: ModelAssembly) {
        self.assembly = assembly
    }

    /// The objects of a kind whose field links to an object, each with its condition and in the order of the input, and why
    /// more of its system may.
    func owners(
        _ kind: Kind, by field: FieldKey, of id: ObjectID
    ) -> (found: [(id: ObjectID, condition: Condition)], open: [Reason]) {
        let key = Key(kind: kind, field: field)
        let links = known[key] ?? links(key)
        return (links.owners[id] ?? [], links.open[assembly.root(of: id)] ?? [])
    }

    private func links(_ key: Key) -> Links {
        var links = Links()
        for owner in assembly.ids(of: key.kind) {
            let (found, open) = assembly.objects(key.field, of: owner)
            let existence = assembly.objects[owner.index].existence
            for link in found { links.owners[link.id, default: []].append((owner, link.condition.and(existence))) }
            if !open.isEmpty { links.open[assembly.root(of: owner), default: []] += open }
        }
        links.open = links.open.mapValues { Array(ModelAssembly.unique($0).prefix(ReverseLinks.mostDoubts)) }
        known[key] = links
        return links
    }
}
