import Topology

/// Names of a kind's objects by which no two are mistaken for each other: two stacks may well call their groups alike.
struct CostNames {
    private var names: [ObjectID: String] = [:]

    /// - Parameter name: what an object is called where nothing else is called so.
    init(_ objects: [ModelObject], name: (ModelObject) -> String) {
        let own = objects.map { (id: $0.id, name: name($0), file: $0.origin.document.path, resource: $0.name) }
        let counts = Dictionary(own.map { ($0.name, 1) }, uniquingKeysWith: +)
        var taken: Set<String> = []
        for entry in own {
            var shown = entry.name
            if counts[entry.name, default: 0] > 1 {
                shown = "\(entry.name) (\(entry.file))"
                if taken.contains(shown) { shown = "\(entry.name) (\(entry.file), \(entry.resource))" }
            }
            var number = 2
            let base = shown
            while !taken.insert(shown).inserted {
                shown = "\(base) \(number)"
                number += 1
            }
            names[entry.id] = shown
        }
    }

    /// The name of one of the objects.
    subscript(id: ObjectID) -> String { names[id] ?? "" }
}
