/// A file's bytes, or why there are none.
package struct SourceFile: Sendable {
    /// How standard input is called in reports.
    package static let standardInputPath = "<stdin>"

    /// How reports name it: relative to the working folder where it stands beneath it.
    package let path: String
    /// True when a person named the file: it must be a template then.
    package let isNamed: Bool
    /// Its bytes, not decoded; the error is reported when the file is linted.
    package let contents: Result<[UInt8], FileError>

    /// Creates a file of what reading it gave.
    package init(path: String, isNamed: Bool, contents: Result<[UInt8], FileError>) {
        self.path = path
        self.isNamed = isNamed
        self.contents = contents
    }

    /// A file whose text is at hand, such as an editor's unsaved buffer.
    package init(path: String, text: String, isNamed: Bool = true) {
        self.init(path: path, isNamed: isNamed, contents: .success(Array(text.utf8)))
    }
}
