import Foundation

/// The package that the tests stand in, and the shared folder beside it.
public enum PackageFolder {
    public static let root: URL = {
        let file = URL(filePath: #filePath)
        return file.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    }()

    /// Something in the shared folder (`ECSLINT_SHARED`, else `../shared`); prints a line when it is not there.
    public static func shared(_ name: String, for test: String = #function) -> URL? {
        let given = ProcessInfo.processInfo.environment["ECSLINT_SHARED"].map { URL(filePath: $0) }
        let url = (given ?? root.appending(path: "../shared")).appending(path: name)
        if FileManager.default.fileExists(atPath: url.path) { return url }
        print("not run: \(test) needs \(name) of the shared folder (set ECSLINT_SHARED)")
        return nil
    }
}
