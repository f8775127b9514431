import ArgumentParser
import Reports
import Workspace

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "What a rule means, why it matters and how to fix what it finds.")

    @Argument(help: "The rule's id or name, such as SQS007.", completion: .ruleIDs)
    var rule: String

    @Option(help: ArgumentHelp("A folder of your own rules; repeatable.", valueName: "folder"), completion: .directory)
    var rules: [String] = []

    func run() throws {
        let catalog = try RuleCatalog(folders: rules)
        guard let description = catalog.rule(rule) else {
            let hint = catalog.question(for: rule) ?? "`ecslint rules list` names them all."
            throw CommandFailure("There is no rule '\(rule)'. \(hint)")
        }
        let style = Terminal.prefersColor ? TextStyle.colored : .plain
        try FileWriter().writeToStandardOutput(RuleExplanation(description, style: style).text)
    }
}
