import Synchronization
import Text

/// Finds files that may use a named template as a nested stack: those of its folder and of the folders above, up to the work
/// tree's root. Without a work tree only its own folder is looked at.
///
/// A hook names the template that a commit changes and not the parent that gives its parameters their values.
package final class ParentFinder: Sendable {
    /// Most files that one run reads for this, and most folders above a template's own.
    private static let mostFiles = 500
    private static let mostFolders = 8
    /// Larger files are data, no template that a person wrote.
    private static let longestFile = 2_000_000

    private struct State {
        var files: [String: [SourceFile]] = [:]
        var count = 0
    }

    private let reader: FileReader
    private let workingFolder: String
    private let exclude: [Glob]
    private let state = Mutex(State())

    /// - Parameter exclude: patterns of files that the run leaves out.
    package init(reader: FileReader, exclude: [Glob], workingFolder: String) {
        self.reader = FileReader(limit: min(reader.limit, Self.longestFile))
        self.exclude = exclude
        self.workingFolder = workingFolder
    }

    /// Files that hold the template's name, nearest folders first.
    ///
    /// - Parameter template: its path as reports show it.
    package func candidates(for template: String) -> [SourceFile] {
        let path = PathName.absolute(template, workingFolder: workingFolder)
        let name = PathName.lastComponent(of: path)
        guard (2...250).contains(name.utf8.count) else { return [] }
        let search = WordSearch([name])
        return folders(above: PathName.folder(of: path)).flatMap(files).filter { file in
            guard case .success(let bytes) = file.contents, file.path != template else { return false }
            return bytes.withUnsafeBufferPointer(search.finds)
        }
    }

    private func folders(above folder: String) -> [String] {
        guard let top = GitIgnore.workTree(around: folder) else { return [folder] }
        var folders = [folder]
        while let last = folders.last, last != top, last != "/", folders.count < Self.mostFolders {
            folders.append(PathName.folder(of: last))
        }
        return folders
    }

    private func files(in folder: String) -> [SourceFile] {
        state.withLock { state in
            if let known = state.files[folder] { return known }
            var files: [SourceFile] = []
            let ignored = GitIgnore(in: folder)
            for name in ((try? Platform.names(inFolder: folder)) ?? []).sorted() where state.count < Self.mostFiles {
                let path = PathName.join(folder, name)
                guard InputDiscovery.extensions.contains(where: name.hasSuffix),
                    Platform.kind(of: path, followingLinks: false) == .file, !ignored.ignores(path, isFolder: false),
                    !exclude.contains(where: { $0.matches(PathName.relative(path, to: workingFolder)) })
                else { continue }
                state.count += 1
                guard let bytes = try? reader.contents(of: path) else { continue }
                let shown = InputDiscovery(workingFolder: workingFolder).shown(path)
                files.append(SourceFile(path: shown, isNamed: false, contents: .success(bytes)))
            }
            state.files[folder] = files
            return files
        }
    }
}
