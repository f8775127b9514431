import ArgumentParser
import Workspace

/// Where a command writes its answer.
struct OutputFlag: ParsableArguments {
    @Option(
        help: ArgumentHelp("The file to write to; without it standard output.", valueName: "file"), completion: .file())
    var output: String?

    /// Writes a text to the file, or to standard output.
    ///
    /// - Parameter subject: what it is, for the message when the file cannot be written: `The graph`.
    func write(_ text: String, _ subject: String) throws {
        guard let output else {
            try FileWriter().writeToStandardOutput(text)
            return
        }
        do {
            try FileWriter().write(text, to: output)
        } catch {
            throw CommandFailure("\(subject) cannot be written to \(output): \(error.message).")
        }
    }
}
