import Evaluation
import Templates

/// The names of the objects of one kind in one system, so that a name is found without comparing it with all of them.
struct NameTable {
    /// Objects whose names are known, by name.
    private(set) var certain: [String: [ObjectID]] = [:]
    /// Objects whose names are not wholly known.
    private(set) var possible: [ObjectID] = []
    /// Objects that were looked at.
    private(set) var count = 0

    /// - Parameter objects: objects with their names; one without a name bears none that anybody can write.
    mutating func add(_ objects: [(id: ObjectID, name: Value?)]) {
        count += objects.count
        for (id, name) in objects {
            guard let name, !name.isAbsent else { continue }
            if let text = name.knownText { certain[text, default: []].append(id) } else { possible.append(id) }
        }
    }
}
