import Foundation
import TestSupport
import Testing

@Suite("import with the AWS CLI")
struct ImportWithAWSTests {
    /// The script bounds itself; `timeout` bounds the script. Neither it nor what it starts has the output of the tests.
    @Test("what the real AWS CLI prints, from a server on loopback, is what the catalog then holds")
    func agrees() throws {
        let inherited = ProcessInfo.processInfo.environment
        let environment = inherited.filter {
            ["PATH", "HOME", "PYENV_ROOT", "PYENV_VERSION", "VIRTUAL_ENV", "TMPDIR"].contains($0.key)
        }
        let run = try ProgramRun(
            "/usr/bin/env", ["timeout", "-k", "5", "90", "python3", "-B", "scripts/test-import-with-aws", try Program.path()],
            in: PackageFolder.root.path, environment: environment)
        if run.status == 77 || run.status == 127 {
            return print(run.output + run.errors)
        }
        #expect(run.status == 0, "\(run.output)\(run.errors)")
    }
}
