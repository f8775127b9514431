import Text

/// The old or the new state of a comparison: a file or folder, as it stands or as a git revision has it.
package struct ComparisonSide: Sendable, Hashable {
    /// What the person called it.
    package let label: String
    /// The commit, for a revision.
    let commit: String?
    /// From the working folder, or from the repository's root for a revision; `nil` for the whole of it.
    let path: String?

    /// - Parameters:
    ///   - text: a path that is there, else `REVISION:path` or `REVISION`.
    ///   - other: what it is compared with: a revision alone means the same path there.
    /// - Throws: when it is neither, or git fails.
    package init(_ text: String, comparedWith other: String?) throws(ConfigurationError) {
        label = text
        if Platform.kind(of: text, followingLinks: true) != nil {
            commit = nil
            path = text
            return
        }
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let revision = parts.first, !revision.isEmpty, let found = try GitRepository.commit(revision) else {
            throw ConfigurationError([
                Diagnostic(
                    code: "file", message: "'\(text)' is not a file, a folder or a git revision",
                    help: "Name a path, a revision such as main, or REVISION:path.")
            ])
        }
        commit = found
        if parts.count == 2 {
            // As git has it: from the repository's root, or from the working folder after `./`.
            let isRelative = parts[1].hasPrefix("./") || parts[1].hasPrefix("../")
            path = isRelative ? PathName.join(try GitRepository.prefix(), parts[1]) : PathName.tidy(parts[1])
        } else if let other, Platform.kind(of: other, followingLinks: true) != nil, !PathName.isAbsolute(other) {
            path = PathName.join(try GitRepository.prefix(), other)
        } else {
            path = nil
        }
    }

    /// Runs `body` in the side's folder, with the path to look at there (`nil` for what the configuration says) and with
    /// what the folder is called from the working one, in which a revision's files would stand as they do in the repository.
    func enter<Result>(
        _ body: (_ path: String?, _ folder: String) throws(ConfigurationError) -> Result
    ) throws(ConfigurationError) -> Result {
        guard let commit else { return try enter(folderOf: path ?? ".", shownAs: path ?? ".", body) }
        let folder: String
        do {
            folder = try Platform.makeTemporaryFolder()
        } catch {
            throw ConfigurationError([Diagnostic(error)])
        }
        defer { Platform.removeTree(folder) }
        try GitRepository.write(commit, into: folder)
        let prefix = try GitRepository.prefix()
        guard let path else {
            return try enter(folderOf: PathName.join(folder, prefix), shownAs: ".", isWhole: true, body)
        }
        return try enter(
            folderOf: PathName.join(folder, path), shownAs: PathName.relative("/" + path, to: "/" + prefix), body)
    }

    private func enter<Result>(
        folderOf path: String, shownAs shown: String, isWhole: Bool = false,
        _ body: (_ path: String?, _ folder: String) throws(ConfigurationError) -> Result
    ) throws(ConfigurationError) -> Result {
        let isFolder = Platform.kind(of: path, followingLinks: true) == .folder
        let folder = isFolder ? path : PathName.folder(of: path)
        let name = isWhole ? nil : isFolder ? "." : PathName.lastComponent(of: path)
        let shownFolder = isFolder ? shown : PathName.folder(of: shown)
        let result = try Platform.within(folder) { () throws(ConfigurationError) in try body(name, shownFolder) }
        guard let result else {
            throw ConfigurationError([
                Diagnostic(
                    code: "file", message: "there is nothing at '\(label)'", help: "Check the path; a revision may not have it.")
            ])
        }
        return result
    }
}
