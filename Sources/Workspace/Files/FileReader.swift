import YAMLBridge

/// Reads files and standard input, never more than a bound.
package struct FileReader: Sendable {
    /// Longest file, in bytes.
    package let limit: Int
    /// Whether a pipe is read to its end, as one that a person names; a repository's own files name ordinary ones only.
    package var takesPipes = false

    /// Creates a reader; the default bound is that of the parser.
    package init(limit: Int = ParseLimits.default.bytes) {
        self.limit = limit
    }

    /// - Throws: `FileError` when the file is not there, may not be read, is a folder or is longer than `limit`.
    package func contents(of path: String) throws(FileError) -> [UInt8] {
        try Platform.contents(of: path, limit: limit, takesPipes: takesPipes)
    }

    /// Everything on standard input.
    package func standardInput() throws(FileError) -> [UInt8] {
        try Platform.contents(of: 0, path: SourceFile.standardInputPath, limit: limit)
    }
}
