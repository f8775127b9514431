import Foundation

/// The folder with corpora and conformance suites that stands beside the package, if it does.
enum SharedFolder {
    static let url: URL? = {
        let environment = ProcessInfo.processInfo.environment["ECSLINT_SHARED"]
        let packageRoot = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let url = environment.map { URL(filePath: $0) } ?? packageRoot.appending(path: "../shared")
        return FileManager.default.fileExists(atPath: url.path) ? url : nil
    }()

    /// A file or folder in it; prints a line when it is not there.
    static func item(_ path: String, for test: String = #function) -> URL? {
        if let item = url?.appending(path: path), FileManager.default.fileExists(atPath: item.path) { return item }
        print("skipped \(test): no \(path) in the shared folder (set ECSLINT_SHARED)")
        return nil
    }

    static func files(in folder: URL) throws -> [URL] {
        try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .sorted { $0.path < $1.path }
    }
}
