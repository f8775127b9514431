/// Why prices cannot be imported; nothing is changed then.
public struct ImportError: Error, Hashable, Sendable {
    /// The file as it was given.
    public let file: String
    /// The byte where reading stopped, counted from 0; `nil` for trouble with the file as a whole.
    public let offset: Int?
    /// Why the file is refused: a clause for people without a full stop.
    public let message: String

    /// Creates the error of a file.
    public init(file: String, offset: Int? = nil, message: String) {
        self.file = file
        self.offset = offset
        self.message = message
    }
}
