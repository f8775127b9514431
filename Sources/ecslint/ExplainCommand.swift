import ArgumentParser
import Reports
import Workspace

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "What a rule means and how to fix what it finds, or what is made of a property.",
        discussion: """
            A property stands behind its type: AWS::ECS::Service.DeploymentConfiguration.Strategy, or \
            aws_ecs_service.deployment_configuration.strategy.
            """)

    @Argument(help: "The rule's id or name, such as SQS007, or a resource type with a property.", completion: .ruleIDs)
    var rule: String

    @Option(help: ArgumentHelp("A folder of your own rules; repeatable.", valueName: "folder"), completion: .directory)
    var rules: [String] = []

    func run() throws {
        if let property = PropertyExplanation.of(rule) {
            return try FileWriter().writeToStandardOutput(property)
        }
        let catalog = try RuleCatalog(folders: rules)
        guard let description = catalog.rule(rule) else {
            let hint = catalog.question(for: rule) ?? "`ecslint rules list` names them all."
            throw CommandFailure("There is no rule '\(rule)'. \(hint)")
        }
        let style = Terminal.prefersColor ? TextStyle.colored : .plain
        try FileWriter().writeToStandardOutput(RuleExplanation(description, style: style).text)
    }
}
