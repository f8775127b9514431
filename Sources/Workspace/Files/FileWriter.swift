import Text

/// Writes reports.
package struct FileWriter: Sendable {
    /// Why standard output took no more.
    package enum StandardOutputError: Error, Sendable, Hashable, CustomStringConvertible {
        /// The reader went away, as `head` does; no reason to complain.
        case readerGone
        /// Anything else, in the system's words.
        case system(String)

        /// The reason as a clause for people.
        package var description: String {
            switch self {
            case .readerGone: "the reader of standard output is gone"
            case .system(let text): "standard output takes no more: \(text)"
            }
        }
    }

    /// Creates a writer; every one does the same.
    package init() {}

    /// Replaces a file's content at once.
    ///
    /// - Parameter holdsCommands: the text is made of commands for GitHub's log.
    package func write(_ text: String, to path: String, holdsCommands: Bool = false) throws(FileError) {
        let text = InertText.lines(text, holdsCommands: holdsCommands)
        try Platform.replace(path, with: Array(text.utf8))
    }

    /// Writes a text, in which names are no commands to a log.
    ///
    /// - Parameter holdsCommands: the text is made of commands for GitHub's log.
    /// - Throws: why not all of it was taken.
    package func writeToStandardOutput(_ text: String, holdsCommands: Bool = false) throws(StandardOutputError) {
        let text = InertText.lines(text, holdsCommands: holdsCommands)
        guard let number = Platform.write(Array(text.utf8), to: 1) else { return }
        throw number == Platform.brokenPipe ? .readerGone : .system(Platform.description(ofErrorNumber: number))
    }

    /// Best effort: where standard error is closed, nobody can be told.
    package func writeToStandardError(_ text: String) {
        _ = Platform.write(Array(InertText.lines(text).utf8), to: 2)
    }
}
