import Text

/// Turns the paths of a command line into files.
///
/// Folders are walked in sorted order. Links in them are not followed: what a link names inside the folder is met at its
/// own place, what it names outside was not asked for.
package struct InputDiscovery: Sendable {
    /// What was found.
    package struct Result: Sendable {
        /// In the order of the paths, a folder's files sorted; each once.
        package var files: [InputFile] = []
        /// Paths that cannot be read.
        package var errors: [FileError] = []
        /// Files of Terraform's language that were seen in folders, read or not.
        package var terraformSourceCount = 0
        /// Whether something in a folder was left out because git ignores it or a pattern names it.
        package var hasLeftOut = false
    }

    /// Extensions of the files that are looked at in folders.
    package static let extensions = [".yaml", ".yml", ".json", ".template", ".tfstate"]
    /// Extensions of Terraform's language, which is looked at where somebody asks for it.
    package static let terraformExtensions = [".tf", ".tofu"]
    /// Folders of tools, which hold copies of what stands elsewhere.
    private static let toolFolders: Set<String> = [".git", ".terraform", ".terragrunt-cache"]
    /// What is left out where the configuration does not say: installed packages.
    package static let defaultExclude = [Glob("**/node_modules/**")]

    /// Patterns of files in folders; `nil` takes `extensions`.
    package var include: [Glob]?
    /// Whether files of Terraform's language are taken in folders beside what is taken otherwise.
    package var takesTerraformLanguage: Bool
    /// Patterns of files and folders to leave out; named files are never left out.
    package var exclude: [Glob]
    /// The folder that the patterns start from, in full.
    package var patternFolder: String
    /// The folder that given and shown paths start from, in full.
    package var workingFolder: String
    /// Whether what git ignores is left out.
    package var isGitAware: Bool

    /// Creates a discovery; without folders, paths and patterns start from the process's own.
    package init(
        include: [Glob]? = nil, takesTerraformLanguage: Bool = false, exclude: [Glob] = InputDiscovery.defaultExclude,
        patternFolder: String? = nil, workingFolder: String? = nil, isGitAware: Bool = true
    ) {
        let working = workingFolder ?? Platform.workingFolder
        self.include = include
        self.takesTerraformLanguage = takesTerraformLanguage
        self.exclude = exclude
        self.patternFolder = patternFolder ?? working
        self.workingFolder = working
        self.isGitAware = isGitAware
    }

    /// The files behind `paths`, each once, in the order of the paths. `-` is standard input.
    package func discover(_ paths: [String]) -> Result {
        var collection = Collection()
        for given in paths {
            if given == "-" {
                collection.add(SourceFile.standardInputPath, isNamed: true)
                continue
            }
            let path = shown(given)
            switch Platform.kind(of: place(path), followingLinks: true) {
            case .folder: walk(path, into: &collection)
            case .file, .special, .link: collection.add(path, isNamed: true)
            case nil: collection.result.errors.append(error(at: path))
            }
        }
        return collection.result
    }

    /// Files met so far, each once; that a person named one counts even when it was found in a folder first.
    private struct Collection {
        var result = Result()
        private var places: [String: Int] = [:]

        mutating func add(_ path: String, isNamed: Bool) {
            if let place = places[path] {
                if isNamed { result.files[place] = InputFile(path: path, isNamed: true) }
                return
            }
            places[path] = result.files.count
            result.files.append(InputFile(path: path, isNamed: isNamed))
        }
    }

    /// The path to show: relative to the working folder, however it was given.
    package func shown(_ path: String) -> String {
        guard PathName.isAbsolute(path) else { return PathName.tidy(path) }
        return PathName.relative(
            PathName.absolute(path, workingFolder: workingFolder), to: workingFolder)
    }

    private func walk(_ root: String, into collection: inout Collection) {
        // A stack of our own: the depth of a file tree is the input's choice.
        // Of a folder that is ignored only what git tracks all the same counts.
        var pending = [(path: root, ignored: isGitAware ? GitIgnore(in: fullPath(root)) : nil, isTrackedOnly: false)]
        while let (path, above, isTrackedOnly) = pending.popLast() {
            let kind = Platform.kind(of: place(path), followingLinks: path == root)
            if kind == .file {
                collection.add(path, isNamed: false)
                continue
            }
            let ignored = path == root ? above : above?.entering(fullPath(path))
            do {
                let children = try Platform.names(inFolder: place(path)).map { PathName.join(path, $0) }
                for child in children.reversed() {
                    let isIgnored = isTrackedOnly || isIgnored(child, ignored)
                    guard isWanted(child, root: root, isIgnored ? ignored : nil, &collection.result) else { continue }
                    pending.append((child, ignored, isIgnored))
                }
            } catch {
                collection.result.errors.append(FileError(path: path, kind: error.kind))
            }
        }
    }

    private func isIgnored(_ path: String, _ ignored: GitIgnore?) -> Bool {
        guard let ignored else { return false }
        let isFolder = Platform.kind(of: place(path), followingLinks: false) == .folder
        return ignored.ignores(fullPath(path), isFolder: isFolder)
    }

    /// - Parameter ignoring: what says that the path is ignored, so that git must track it; `nil` for one that is not.
    private func isWanted(_ path: String, root: String, _ ignoring: GitIgnore?, _ result: inout Result) -> Bool {
        let name = PathName.lastComponent(of: path)
        let candidate = patternPath(path, root: root)
        let kind = Platform.kind(of: place(path), followingLinks: false)
        if kind == .folder, Self.toolFolders.contains(name) { return false }
        if exclude.contains(where: { $0.matches(candidate) })
            || ignoring?.tracks(fullPath(path), isFolder: kind == .folder) == false
        {
            result.hasLeftOut = true
            return false
        }
        switch kind {
        case .folder: return true
        case .file:
            if Self.terraformExtensions.contains(where: name.hasSuffix) {
                result.terraformSourceCount += 1
                if takesTerraformLanguage { return true }
            }
            if let include { return include.contains { $0.matches(candidate) } }
            return Self.extensions.contains { name.hasSuffix($0) }
        default: return false
        }
    }

    /// The path that patterns see: from their own folder, or from the walked one where that stands elsewhere.
    private func patternPath(_ path: String, root: String) -> String {
        let full = fullPath(path)
        let base =
            PathName.isInside(full, folder: patternFolder)
            ? patternFolder : fullPath(root)
        return PathName.relative(full, to: base)
    }

    private func fullPath(_ path: String) -> String { PathName.absolute(path, workingFolder: workingFolder) }

    /// Where a shown path stands; `..` is left to the file system, which knows about links.
    private func place(_ path: String) -> String {
        PathName.isAbsolute(path) ? path : workingFolder + "/" + path
    }

    /// Why nothing is seen at a path: opening it tells more than looking at it did.
    private func error(at path: String) -> FileError {
        do {
            _ = try Platform.contents(of: place(path), limit: 0)
            return FileError(path: path, kind: .notFound)
        } catch {
            return FileError(path: path, kind: error.kind)
        }
    }
}
