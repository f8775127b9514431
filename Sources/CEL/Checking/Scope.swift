/// The variables that macros have named, innermost last.
struct Scope {
    struct Variable {
        let name: String
        let slot: Int
        let type: CELType
        /// Tells it from other variables with the same name.
        let identity: Int
    }

    private var variables: [Variable] = []
    private var count = 0
    /// Places that the evaluator's frame must have.
    private(set) var frameSize = 0

    var names: [String] { variables.map(\.name) }

    func variable(named name: String) -> Variable? {
        variables.last { $0.name == name }
    }

    /// Adds a variable in the next free place.
    mutating func push(_ name: String, _ type: CELType) -> Variable {
        count += 1
        let variable = Variable(name: name, slot: variables.count, type: type, identity: count)
        variables.append(variable)
        frameSize = max(frameSize, variables.count)
        return variable
    }

    mutating func pop() {
        _ = variables.popLast()
    }
}
