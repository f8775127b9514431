/// A file's bytes, or why there are none.
public struct SourceFile: Sendable {
    /// How standard input is called in reports.
    public static let standardInputPath = "<stdin>"

    /// How reports name it: relative to the working folder where it stands beneath it.
    public let path: String
    /// True when a person named the file: it must be a template then.
    public let isNamed: Bool
    /// Its bytes, not decoded; the error is reported when the file is linted.
    public let contents: Result<[UInt8], FileError>

    /// Creates a file of what reading it gave.
    public init(path: String, isNamed: Bool, contents: Result<[UInt8], FileError>) {
        self.path = path
        self.isNamed = isNamed
        self.contents = contents
    }

    /// A file whose text is at hand, such as an editor's unsaved buffer.
    public init(path: String, text: String, isNamed: Bool = true) {
        self.init(path: path, isNamed: isNamed, contents: .success(Array(text.utf8)))
    }
}
