import Foundation
import TestSupport
import Testing

@Suite("pre-commit")
struct PreCommitTests {
    @Test("the hooks stop a bad commit, let a good one through and pass over the rest: with the real pre-commit")
    func hooks() throws {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        let root = PackageFolder.root.path
        let environment = ["PATH": path, "ECSLINT_BINARY": try Program.path(), "HOME": NSTemporaryDirectory()]
        let found = try ProgramRun("/bin/sh", ["-c", "command -v pre-commit"], in: root, environment: environment)
        guard found.status == 0 else { return print("not run: pre-commit is not installed") }
        let run = try ProgramRun(
            "/bin/sh", ["scripts/prove-pre-commit", "system"], in: root, environment: environment)
        #expect(run.status == 0, "\(run.output)\(run.errors)")
    }
}
