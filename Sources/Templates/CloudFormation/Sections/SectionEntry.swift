import Evaluation
import YAMLBridge

/// An entry of a mapping as CloudFormation sees it when loops are run and includes taken in.
struct SectionEntry: Sendable {
    /// Its key, with the variables of the loops around it replaced.
    let name: String
    let key: Node
    let value: Node
    /// What the loops around the entry stand for.
    let loops: LoopVariables
    /// What stands in its value, where that is not just what the text lists there.
    private var listed: [SectionEntry]?
    /// Why its value may hold more than is listed.
    private(set) var open: [Reason] = []

    init(name: String, entry: Node.Entry, loops: LoopVariables) {
        self.name = name
        key = entry.key
        value = entry.value
        self.loops = loops
    }

    /// The entry with what loops, includes and merges in its value bring.
    func with(attributes: [SectionEntry], open: [Reason]) -> SectionEntry {
        var copy = self
        copy.listed = attributes
        copy.open = open
        return copy
    }

    /// An entry of its value, which is a mapping: `Properties` of a resource.
    func attribute(_ name: String) -> SectionEntry? {
        if let listed { return listed.last { $0.name == name } }
        return value.entry(name).map { SectionEntry(name: name, entry: $0, loops: loops) }
    }
}
