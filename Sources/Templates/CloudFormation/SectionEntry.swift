import YAMLBridge

/// An entry of a mapping as CloudFormation sees it when loops are run and includes taken in.
struct SectionEntry: Sendable {
    /// Its key, with the variables of the loops around it replaced.
    let name: String
    let key: Node
    let value: Node
    /// What the loops around the entry stand for.
    let loops: LoopVariables

    init(name: String, entry: Node.Entry, loops: LoopVariables) {
        self.name = name
        key = entry.key
        value = entry.value
        self.loops = loops
    }
}
