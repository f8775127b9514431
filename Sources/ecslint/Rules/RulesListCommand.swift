import ArgumentParser
import Reports
import Rules
import Workspace

struct RulesListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Every rule with its id, severity and name.",
        discussion: "Filters narrow the list; a rule must fit all that are given.")

    enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

    @Argument(help: "Only rules whose id, name, tags or first sentence hold every one of these words.")
    var words: [String] = []

    @Option(help: ArgumentHelp("Only ids of these letters, such as SQS; repeatable.", valueName: "letters"))
    var family: [String] = []

    @Option(help: ArgumentHelp("Only this severity; repeatable.", valueName: "severity"))
    var severity: [Severity] = []

    @Option(help: ArgumentHelp("Only with this tag or category; repeatable, each must fit.", valueName: "tag"))
    var tag: [String] = []

    @Option(help: ArgumentHelp("A folder of your own rules; repeatable.", valueName: "folder"), completion: .directory)
    var rules: [String] = []

    @Option(help: "How to write the list.")
    var format: Format = .text

    func run() throws {
        let filter = RuleFilter(families: family, severities: severity, tags: tag, words: words)
        let found = try RuleCatalog(folders: rules).rules.filter(filter.includes)
        let text = format == .json ? RuleListJSON(found).text : RuleTable(found).text
        try FileWriter().writeToStandardOutput(text)
    }
}

extension Severity: ExpressibleByArgument {}
