import Foundation

/// The files of the repository and, where it stands beside it, of the shared folder.
enum Repository {
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// A folder below the shared one; prints a line and returns `nil` where it is not there.
    static func sharedFolder(_ name: String) -> URL? {
        let shared = ProcessInfo.processInfo.environment["ECSLINT_SHARED"].map { URL(filePath: $0) }
            ?? root.appending(path: "../shared").standardizedFileURL
        let folder = shared.appending(path: name)
        guard FileManager.default.fileExists(atPath: folder.path) else {
            print("not run: \(name) is not beside the repository (set ECSLINT_SHARED)")
            return nil
        }
        return folder
    }

    /// Runs a program from the repository's root and returns its exit status and what it wrote.
    static func run(_ program: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [program] + arguments
        process.currentDirectoryURL = root
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }
}
