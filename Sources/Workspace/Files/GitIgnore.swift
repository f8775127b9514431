import Text

/// What git ignores in a folder: the patterns of the work tree's `.git/info/exclude` and of every `.gitignore` from the
/// work tree's root down to the folder. What git tracks is not ignored, whatever patterns say.
struct GitIgnore: Sendable {
    /// A file of patterns and where they start from.
    private struct File: Sendable {
        /// In full.
        let folder: String
        let patterns: [GitIgnorePattern]

        func ignoresEverything(_ work: IgnoreWork) -> Bool {
            !patterns.contains(where: \.isNegated)
                && patterns.contains { work.fits($0, [Array(GitIgnore.fileName.utf8)], isFolder: false) }
        }
    }

    private static let fileName = ".gitignore"
    /// Longer files are no lists that a person keeps.
    private static let reader = FileReader(limit: 1 << 20)

    /// The last pattern that fits decides.
    private var files: [File] = []
    private var tracked: TrackedFiles?
    private let work = IgnoreWork()

    /// What is ignored in `folder`; nothing outside of a work tree, and nothing when git ignores the folder itself: who
    /// names it wants what stands in it.
    ///
    /// - Parameter folder: in full.
    init(in folder: String) {
        guard let root = Self.workTree(around: folder) else { return }
        tracked = TrackedFiles(root: root, gitFolder: Self.gitFolder(ofWorkTree: root))
        files = Self.exclusions(ofWorkTree: root)
        var current = root
        enter(current)
        for part in PathName.relative(folder, to: root).split(separator: "/") where part != "." {
            current = PathName.join(current, String(part))
            if ignores(current, isFolder: true) {
                files = []
                return
            }
            enter(current)
        }
        // A folder whose own file says nothing but `*`, as build tools write it, is ignored as a whole.
        if folder != root, let own = files.last, own.folder == folder, own.ignoresEverything(work) { files = [] }
    }

    /// The same with what a folder in it says.
    ///
    /// - Parameter folder: in full.
    func entering(_ folder: String) -> GitIgnore {
        var copy = self
        // Outside of a work tree, or in a folder that is wanted all the same, nothing is ignored.
        if !files.isEmpty { copy.enter(folder) }
        return copy
    }

    /// - Parameter path: in full.
    func ignores(_ path: String, isFolder: Bool) -> Bool {
        for file in files.reversed() where PathName.isInside(path, folder: file.folder) {
            let components = PathName.relative(path, to: file.folder).split(separator: "/").map { PathText.bytes(of: String($0)) }
            if let pattern = file.patterns.last(where: { work.fits($0, components, isFolder: isFolder) }) {
                return !pattern.isNegated
            }
        }
        return false
    }

    /// Whether git tracks a file, or any file of a folder.
    ///
    /// - Parameter path: in full.
    func tracks(_ path: String, isFolder: Bool) -> Bool { tracked?.holds(path, isFolder: isFolder) ?? false }

    private mutating func enter(_ folder: String) {
        if let file = Self.file(PathName.join(folder, Self.fileName), startingFrom: folder) { files.append(file) }
    }

    private static func file(_ path: String, startingFrom folder: String) -> File? {
        // One that cannot be read ignores nothing: rather too much is checked than too little.
        guard Platform.kind(of: path, followingLinks: true) == .file, let bytes = try? reader.contents(of: path) else {
            return nil
        }
        let lines = bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
        return File(folder: folder, patterns: lines.compactMap(GitIgnorePattern.init))
    }

    /// The nearest folder above that holds `.git`.
    static func workTree(around folder: String) -> String? {
        var current = folder
        while true {
            if Platform.kind(of: PathName.join(current, ".git"), followingLinks: true) != nil { return current }
            if current == "/" { return nil }
            current = PathName.folder(of: current)
        }
    }

    /// A work tree's own exclusions always come with an entry, so that an empty list means that nothing is ignored.
    private static func exclusions(ofWorkTree root: String) -> [File] {
        let path = PathName.join(gitFolder(ofWorkTree: root), "info/exclude")
        return [file(path, startingFrom: root) ?? File(folder: root, patterns: [])]
    }

    /// `.git`, or where a further work tree's or a submodule's `.git` file leads.
    ///
    /// Source: git's documentation, gitrepository-layout, "gitfile" and "commondir".
    private static func gitFolder(ofWorkTree root: String) -> String {
        let own = PathName.join(root, ".git")
        guard let link = firstLine(of: own), link.hasPrefix("gitdir:") else { return own }
        let folder = PathName.join(root, String(link.dropFirst("gitdir:".count).drop { $0 == " " }))
        return firstLine(of: PathName.join(folder, "commondir")).map { PathName.join(folder, $0) } ?? folder
    }

    private static func firstLine(of path: String) -> String? {
        guard Platform.kind(of: path, followingLinks: true) == .file, let bytes = try? reader.contents(of: path) else {
            return nil
        }
        return String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }, as: UTF8.self)
    }
}
