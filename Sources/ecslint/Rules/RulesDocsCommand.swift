import ArgumentParser
import Reports
import Workspace

struct RulesDocsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "docs", abstract: "Write the reference: a page for each rule, the model, the schema of rule files.",
        discussion: "Ends with 1 when --check finds a page that is missing, stale or left over.")

    @Option(help: ArgumentHelp("The folder for the pages.", valueName: "folder"), completion: .directory)
    var folder = "docs"

    @Option(help: ArgumentHelp("A folder of your own rules; repeatable.", valueName: "folder"), completion: .directory)
    var rules: [String] = []

    @Flag(help: "Write nothing; name the pages that are not as they should be.")
    var check = false

    func run() throws {
        let pages = try ReferenceFolder(RuleReference(try RuleCatalog(folders: rules).rules).pages, in: folder)
        let names = pages.differences.map { "\($0)\n" }.joined()
        if !check { try pages.write() }
        try FileWriter().writeToStandardOutput(names.isEmpty ? "\(folder) is up to date\n" : names)
        if check, !names.isEmpty { throw ExitCode(ExitStatus.findings.rawValue) }
    }
}
