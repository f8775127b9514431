/// Why prices cannot be imported; nothing is changed then.
package struct ImportError: Error, Hashable, Sendable {
    /// The file as it was given.
    package let file: String
    /// The byte where reading stopped, counted from 0; `nil` for trouble with the file as a whole.
    package let offset: Int?
    /// Why the file is refused: a clause for people without a full stop.
    package let message: String

    /// Creates the error of a file.
    package init(file: String, offset: Int? = nil, message: String) {
        self.file = file
        self.offset = offset
        self.message = message
    }
}
