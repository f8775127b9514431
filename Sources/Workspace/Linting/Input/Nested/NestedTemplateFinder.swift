import Synchronization
import Text

/// Finds the templates of nested stacks among files that were not named, never outside the roots.
package final class NestedTemplateFinder: Sendable {
    /// Most files and folders that the search looks at: a root may be a home folder.
    private static let mostEntries = 50_000

    /// Full paths without links, since a link could lead out of the roots.
    private let roots: [String]
    private let workingFolder: String
    private let reader: FileReader
    private let exclude: [Glob]
    /// Files under the roots by their last path component, without what git ignores; listed when first needed.
    private let index = Mutex<[String: [String]]?>(nil)

    /// - Parameter roots: folders, absolute or relative to the working folder.
    package init(
        roots: [String], reader: FileReader = FileReader(), exclude: [Glob] = InputDiscovery.defaultExclude,
        workingFolder: String? = nil
    ) {
        let working = workingFolder ?? Platform.workingFolder
        self.workingFolder = working
        self.roots = roots.compactMap { Platform.realPath(PathName.absolute($0, workingFolder: working)) }
        self.reader = reader
        self.exclude = exclude
    }

    /// The template that `reference`, a file name or relative path, means in the template at `parent`.
    ///
    /// A path that leads to a file from the parent's folder is that file; else the file of that name nearest to the parent.
    package func template(for reference: String, usedBy parent: String) -> NestedTemplate {
        let folder = PathName.folder(of: parent)
        // A URL's query, such as a version, is no part of the file's name.
        let path = String(reference.prefix { $0 != "?" })
        let name = PathName.lastComponent(of: path)
        // In full and by name, so that what is read is what was checked: a link before `..` leads elsewhere.
        let candidates = [path, name].map { PathName.absolute(PathName.join(folder, $0), workingFolder: workingFolder) }
        if let inside = candidates.first(where: isReadable) { return read(inside) }
        let nearest = nearestFiles(named: name, to: parent)
        switch nearest.count {
        case 0:
            let outside = candidates.first { Platform.kind(of: $0, followingLinks: true) == .file }
            return outside.map { .outsideRoots(InputDiscovery(workingFolder: workingFolder).shown($0)) } ?? .notFound
        case 1: return read(nearest[0])
        default: return .ambiguous(nearest)
        }
    }

    private func read(_ path: String) -> NestedTemplate {
        let shown = InputDiscovery(workingFolder: workingFolder).shown(path)
        do {
            return .found(SourceFile(path: shown, isNamed: false, contents: .success(try reader.contents(of: path))))
        } catch {
            return .found(SourceFile(path: shown, isNamed: false, contents: .failure(error)))
        }
    }

    private func isReadable(_ path: String) -> Bool {
        guard Platform.kind(of: path, followingLinks: true) == .file, let real = Platform.realPath(path) else {
            return false
        }
        return roots.contains { PathName.isInside(real, folder: $0) }
    }

    private func nearestFiles(named name: String, to parent: String) -> [String] {
        let candidates = index.withLock { index in
            if let index { return index[name] ?? [] }
            let listed = listFiles()
            index = listed
            return listed[name] ?? []
        }
        let parentPath = PathName.absolute(parent, workingFolder: workingFolder)
        let ranked = candidates.filter { $0 != parentPath }.map { ($0, distance($0, parentPath)) }
        guard let least = ranked.map(\.1).min() else { return [] }
        return ranked.filter { $0.1 == least }.map(\.0)
    }

    /// Folders to leave and to enter on the way from one file to the other.
    private func distance(_ left: String, _ right: String) -> Int {
        PathName.relative(PathName.folder(of: left), to: PathName.folder(of: right)).split(separator: "/")
            .count { $0 != "." }
    }

    private func listFiles() -> [String: [String]] {
        var files: [String: [String]] = [:]
        var seen: Set<String> = []
        var pending = roots.reversed().map { (folder: $0, ignored: GitIgnore(in: $0)) }
        var budget = Self.mostEntries
        while let (folder, above) = pending.popLast(), budget > 0 {
            let ignored = roots.contains(folder) ? above : above.entering(folder)
            guard seen.insert(folder).inserted, let names = try? Platform.names(inFolder: folder) else { continue }
            for name in names {
                budget -= 1
                let path = PathName.join(folder, name)
                if name == ".git" || isExcluded(path) { continue }
                let kind = Platform.kind(of: path, followingLinks: false)
                if ignored.ignores(path, isFolder: kind == .folder) { continue }
                switch kind {
                case .folder: pending.append((path, ignored))
                case .file: files[name, default: []].append(path)
                default: continue
                }
            }
        }
        return files
    }

    private func isExcluded(_ path: String) -> Bool {
        let relative = PathName.relative(path, to: workingFolder)
        return exclude.contains { $0.matches(relative) }
    }
}
