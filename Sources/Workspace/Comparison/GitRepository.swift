import Text

/// The git repository of the working folder, through the `git` of the PATH.
struct GitRepository {
    /// Files that a lint or its configuration may read.
    private static let extensions = InputDiscovery.extensions + [".tsv"]
    /// Files of a revision that are written out at most.
    private static let mostFiles = 50_000

    /// The commit that a name means; `nil` when it means none.
    ///
    /// - Throws: when git is missing or fails, in its own words.
    static func commit(_ name: String) throws(ConfigurationError) -> String? {
        // `--end-of-options` keeps a name that begins with a dash from being an option.
        let result = try run(["rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}"])
        return result.status == 0 ? line(result.output) : nil
    }

    /// The working folder's path from the repository's root; empty for the root itself.
    static func prefix() throws(ConfigurationError) -> String {
        let result = try run(["rev-parse", "--show-prefix"])
        guard result.status == 0 else { throw failure(result) }
        return line(result.output)
    }

    /// Writes out what a commit holds of templates, configurations and the like.
    static func write(_ commit: String, into folder: String) throws(ConfigurationError) {
        let listing = try run(["ls-tree", "-r", "-z", "--full-tree", commit])
        guard listing.status == 0 else { throw failure(listing) }
        let files = listing.output.split(separator: 0).compactMap(File.init).filter { file in
            extensions.contains { file.path.hasSuffix($0) }
        }
        guard files.count <= mostFiles else {
            throw error("the revision holds \(files.count) files that may be templates", help: "Name a path: REVISION:infra/.")
        }
        let blobs = try run(["cat-file", "--batch"], input: files.flatMap { Array("\($0.blob)\n".utf8) })
        guard blobs.status == 0 else { throw failure(blobs) }
        var rest = blobs.output[...]
        for file in files {
            guard let contents = nextBlob(from: &rest) else { throw error("git gave no contents for \(file.path)", help: nil) }
            let path = PathName.join(folder, file.path)
            do throws(FileError) {
                try Platform.makeFolder(PathName.folder(of: path))
                try Platform.create(path, with: Array(contents))
            } catch {
                throw ConfigurationError([Diagnostic(error)])
            }
        }
    }

    /// A plain file of a tree; links and submodules are none.
    private struct File {
        let path: String
        let blob: String

        /// - Parameter entry: `100644 blob 0123abc<tab>path`.
        init?(_ entry: ArraySlice<UInt8>) {
            let parts = entry.split(separator: UInt8(ascii: "\t"), maxSplits: 1)
            guard parts.count == 2 else { return nil }
            let words = parts[0].split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
            guard words.count == 3, words[0].hasPrefix("100"), words[1] == "blob" else { return nil }
            blob = words[2]
            path = PathText.text(of: parts[1])
            // Git itself refuses such paths; what is written must stay in the folder.
            guard !path.split(separator: "/").contains(".."), !PathName.isAbsolute(path) else { return nil }
        }
    }

    /// `0123abc blob 12`, a line end, the bytes, a line end.
    private static func nextBlob(from rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
        let words = rest[..<end].split(separator: UInt8(ascii: " "))
        guard words.count == 3, let size = Int(String(decoding: words[2], as: UTF8.self)), size >= 0,
            rest.endIndex - end - 1 >= size
        else { return nil }
        let contents = rest[(end + 1)..<(end + 1 + size)]
        rest = rest[(end + 1 + size)...].dropFirst()
        return contents
    }

    private static func run(_ arguments: [String], input: [UInt8] = []) throws(ConfigurationError) -> Platform.ProcessResult {
        guard let result = Platform.run(["git"] + arguments, input: input), result.status != 127 else {
            throw error("git cannot be started", help: "Install git, or name two files or folders.")
        }
        return result
    }

    private static func line(_ bytes: [UInt8]) -> String {
        PathText.text(of: bytes.prefix { $0 != UInt8(ascii: "\n") })
    }

    private static func failure(_ result: Platform.ProcessResult) -> ConfigurationError {
        let words = String(decoding: result.errors.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
        return error("git says: \(words.isEmpty ? "nothing, and ends with \(result.status)" : words)", help: nil)
    }

    private static func error(_ message: String, help: String?) -> ConfigurationError {
        ConfigurationError([Diagnostic(code: "git", message: message, help: help)])
    }
}
