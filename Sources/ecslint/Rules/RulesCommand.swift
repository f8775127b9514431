import ArgumentParser

struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules", abstract: "List rules, test them, start one, write their pages.",
        discussion: """
            Rules are YAML files. docs/writing-rules.md leads from nothing to a tested rule.

              ecslint rules list --family SQS
              ecslint rules new queue-keeps-two-weeks --folder policy
              ecslint rules test --mutate policy
            """,
        subcommands: [RulesListCommand.self, RulesTestCommand.self, RulesNewCommand.self, RulesDocsCommand.self])
}
