import Foundation
import TestSupport
import Testing

/// The binary under test.
enum Program {
    struct NotBuilt: Error, CustomStringConvertible {
        var description: String {
            "there is no ecslint binary: run `swift build`, or set ECSLINT_BINARY to the path of one"
        }
    }

    /// `ECSLINT_BINARY`, else the release build, else the debug build.
    static func path() throws -> String {
        let environment = ProcessInfo.processInfo.environment
        let built = [".build/release/ecslint", ".build/debug/ecslint"].map { PackageFolder.root.appending(path: $0).path }
        let candidates = environment["ECSLINT_BINARY"].map { [$0] } ?? built
        guard let path = candidates.first(where: FileManager.default.isExecutableFile(atPath:)) else { throw NotBuilt() }
        return path
    }
}
