import ArgumentParser
import Reports
import Text
import Workspace

struct RulesNewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Start a rule: a file that passes its own tests, ready to change.",
        discussion: "Beside the rule it writes rule.schema.json, from which editors learn its keys.")

    @Argument(help: "The rule's name: lower-case words joined by '-'.")
    var name: String

    @Option(help: ArgumentHelp("The folder for the file.", valueName: "folder"), completion: .directory)
    var folder = "rules"

    @Option(help: ArgumentHelp("The rule's id; default: the next free one of ORG001, ORG002 ...", valueName: "id"))
    var id: String?

    func run() throws {
        let starter = try RuleStarter(name: name, id: id, folder: folder)
        let schema = PathName.join(folder, RuleSchema.fileName)
        let outcome = try starter.write(schema: RuleSchema().text, to: schema, replacing: RuleSchema.isSchema)
        if outcome == .replaced {
            FileWriter().writeToStandardError("ecslint: \(schema): replaced, it was the schema of another version\n")
        }
        try FileWriter().writeToStandardOutput(
            """
            \(starter.path)

            Change it, then run `ecslint rules test \(starter.path)`,
            and check templates with `ecslint --rules \(folder) PATH`.

            """)
    }
}
