import Foundation

/// The folder beside the package that holds what is too large or not ours to commit.
enum SharedFolder {
    /// `nil` when it is not there.
    static var url: URL? {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let path = ProcessInfo.processInfo.environment["ECSLINT_SHARED"]
            ?? root.deletingLastPathComponent().appending(path: "shared").path
        return FileManager.default.fileExists(atPath: path) ? URL(filePath: path) : nil
    }
}
