import Foundation
import TestSupport
import Testing

/// A folder of `Tests/EndToEnd`: input files, a command, and what came of it the last time that a person looked.
///
/// `command` holds the arguments, one command line as a shell would split it at blanks; `stdout`, `stderr` and `status`
/// hold what is expected; `stdin` is fed to the program where it is there.
struct EndToEndCase: CustomTestStringConvertible, Sendable {
    let name: String
    let folder: URL

    var testDescription: String { name }

    static let all: [EndToEndCase] = {
        let root = PackageFolder.root.appending(path: "Tests/EndToEnd")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
        return names.sorted().map { EndToEndCase(name: $0, folder: root.appending(path: $0)) }
            .filter { FileManager.default.fileExists(atPath: $0.folder.appending(path: "command").path) }
    }()

    func text(_ file: String) -> String? {
        (try? Data(contentsOf: folder.appending(path: file))).map { String(decoding: $0, as: UTF8.self) }
    }

    func write(_ text: String, to file: String) throws {
        try Data(text.utf8).write(to: folder.appending(path: file))
    }

    /// The working folder: `root` in a case that is about files of the package itself, else the case's own.
    var workingFolder: String {
        text("folder").map { PackageFolder.root.appending(path: $0.trimmed).path } ?? folder.path
    }

    /// Runs the command of the case.
    func run() throws -> ProgramRun {
        let arguments = try #require(text("command")).split(whereSeparator: \.isWhitespace).map(String.init)
        return try ProgramRun(
            try Program.path(), arguments, in: workingFolder, input: text("stdin") ?? "",
            environment: [
                "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8",
                // 2026-11-21: how old a price is must not depend on the day of the test.
                "SOURCE_DATE_EPOCH": "1795219200",
            ])
    }
}

extension String {
    var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
