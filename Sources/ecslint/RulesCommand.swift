import ArgumentParser
import Reports
import Rules
import Workspace

struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules", abstract: "The rules that there are, and the tests inside rule files.",
        subcommands: [List.self, Test.self])

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Every rule with its id, severity and name.")

        @Option(help: ArgumentHelp("A folder of your own rules; repeatable.", valueName: "folder"), completion: .directory)
        var rules: [String] = []

        func run() throws {
            try FileWriter().writeToStandardOutput(RuleTable(try RuleCatalog(folders: rules).rules).text)
        }
    }

    struct Test: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Run the tests inside rule files.",
            discussion: "Ends with 1 when a test fails, with 2 when a rule file cannot be used.")

        @Argument(help: "Rule files or folders; default: the built-in rules.", completion: .file())
        var paths: [String] = []

        func run() throws {
            let results = try RuleTests.run(paths)
            try FileWriter().writeToStandardOutput(RuleTestReport(results).text)
            if !results.allSatisfy(\.isPassed) { throw ExitCode(ExitStatus.findings.rawValue) }
        }
    }
}
