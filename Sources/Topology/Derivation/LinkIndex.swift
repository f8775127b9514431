import Evaluation
import Templates

/// Links the other way round, by a field that is read already: each kind is walked once for all objects that it may link
/// to. Whoever makes one uses it only while nobody changes the fields.
final class LinkIndex {
    private struct Key: Hashable {
        let kind: String
        let field: String
        let root: Int
    }

    private struct Links {
        var owners: [ObjectID: [(id: ObjectID, condition: Condition)]] = [:]
        var open: [Reason] = []
    }

    private let assembly: ModelAssembly
    private var known: [Key: Links] = [:]

    init(_ assembly: ModelAssembly) {
        self.assembly = assembly
    }

    /// The objects of a kind whose field links to an object of the same system, each with its condition and in the order
    /// of the input, and why more of them may.
    func owners(
        _ kind: String, by field: String, of id: ObjectID
    ) -> (found: [(id: ObjectID, condition: Condition)], open: [Reason]) {
        let key = Key(kind: kind, field: field, root: assembly.root(of: id))
        let links = known[key] ?? links(key)
        return (links.owners[id] ?? [], links.open)
    }

    private func links(_ key: Key) -> Links {
        var links = Links()
        for owner in assembly.ids(of: key.kind, inRoot: key.root) {
            let (found, open) = assembly.objects(key.field, of: owner)
            let existence = assembly.objects[owner.index].existence
            for link in found { links.owners[link.id, default: []].append((owner, link.condition.and(existence))) }
            links.open += open
        }
        links.open = Array(ModelAssembly.unique(links.open).prefix(ReverseLinks.mostDoubts))
        known[key] = links
        return links
    }
}
