import Synchronization
import Text

/// The index of a work tree, read when something that patterns ignore is first met and not before.
final class TrackedFiles: Sendable {
    private let root: String
    private let gitFolder: String
    private let index = Mutex<GitIndex?>(nil)

    init(root: String, gitFolder: String) {
        self.root = root
        self.gitFolder = gitFolder
    }

    /// - Parameter path: in full.
    func holds(_ path: String, isFolder: Bool) -> Bool {
        let index = index.withLock { known in
            let index = known ?? GitIndex(gitFolder: gitFolder)
            known = index
            return index
        }
        return index.tracks(PathName.relative(path, to: root), isFolder: isFolder)
    }
}
