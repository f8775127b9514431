import Text

/// A pattern of paths that starts from a folder of its own.
struct PathPattern: Sendable, Hashable {
    private let glob: Glob
    private let folder: String
    private let workingFolder: String

    /// - Parameters:
    ///   - pattern: as in `exclude`; one that ends in `/` means everything in that folder.
    ///   - folder: in full.
    ///   - workingFolder: in full; paths are shown from it.
    init(_ pattern: String, folder: String, workingFolder: String) {
        glob = Glob(pattern.hasSuffix("/") ? pattern + "**" : pattern)
        self.folder = folder
        self.workingFolder = workingFolder
    }

    /// Whether a path, relative to the working folder, fits.
    func matches(_ path: String) -> Bool {
        let full = PathName.absolute(path, workingFolder: workingFolder)
        return glob.matches(PathName.relative(full, to: folder))
    }
}
