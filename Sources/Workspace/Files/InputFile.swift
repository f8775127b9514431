/// A file that a run looks at.
package struct InputFile: Sendable, Hashable {
    /// Relative to the working folder where it stands beneath it.
    package let path: String
    /// True when a person named the file, false when it was found in a folder. A named file must be a template.
    package let isNamed: Bool

    /// Creates a file of a run; nothing says that it is there.
    package init(path: String, isNamed: Bool) {
        self.path = path
        self.isNamed = isNamed
    }
}
