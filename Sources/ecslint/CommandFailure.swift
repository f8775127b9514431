/// Why a command cannot answer, in words that say what to do; the process ends with 2.
struct CommandFailure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
