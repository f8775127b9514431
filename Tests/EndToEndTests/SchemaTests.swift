import Foundation
import TestSupport
import Testing

/// What published schemas say of the reports; each test says so when this machine has no validator.
@Suite("Reports against published schemas")
struct SchemaTests {
    /// Validates what the case of end-to-end tests printed with Python's `lxml`, or `xmllint`.
    @Test("JUnit fits both schemas", arguments: ["JUnit-windyroad.xsd", "junit-10-jenkins.xsd"])
    func jUnit(_ name: String) throws {
        guard let schema = PackageFolder.shared("schemas/\(name)") else { return }
        let report = PackageFolder.root.appending(path: "Tests/EndToEnd/findings-junit/stdout").path
        let environment = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"]
        let script = """
            if command -v xmllint >/dev/null; then exec xmllint --noout --schema "$1" "$2"; fi
            python3 -c 'import lxml' 2>/dev/null || exit 77
            exec python3 -c 'import sys; from lxml import etree as e; e.XMLSchema(e.parse(sys.argv[1])).assertValid(e.parse(sys.argv[2]))' "$1" "$2"
            """
        let run = try ProgramRun(
            "/bin/sh", ["-c", script, "sh", schema.path, report], in: "/", environment: environment)
        if run.status == 77 { return print("not run: \(name) needs xmllint or Python's lxml") }
        #expect(run.status == 0, "\(run.errors)")
    }
}
