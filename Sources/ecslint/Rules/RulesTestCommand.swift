import ArgumentParser
import Reports
import Workspace

struct RulesTestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Run the tests of rule files.",
        discussion: """
            Tests stand in the rule's file, or beside it in NAME.test.yaml. Ends with 1
            when a test fails, with 2 when a rule file cannot be used.
            """)

    @Argument(help: "Rule files or folders; default: the built-in rules.", completion: .file())
    var paths: [String] = []

    @Flag(help: "Put mistakes into what rules assert, one at a time; some test must notice each.")
    var mutate = false

    func run() throws {
        let results = try RuleTests.run(paths, mutating: mutate)
        try FileWriter().writeToStandardOutput(RuleTestReport(results).text)
        if !results.allSatisfy(\.isPassed) { throw ExitCode(ExitStatus.findings.rawValue) }
    }
}
