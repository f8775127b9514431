import ArgumentParser
import Reports
import Workspace

struct LintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "Check CloudFormation templates and Terraform plans.",
        discussion: """
            Templates of CloudFormation and SAM; plans, states and .tf.json files of
            Terraform and OpenTofu. Files that are named must be templates; in folders
            everything that is none is passed over. Nested stacks and local modules are
            followed beside their parent or under the configuration's roots.

              ecslint template.yaml
              ecslint infra/ --parameters Stage=live
              ecslint plan.json --source-root infra
              ecslint infra/ --format sarif --output ecslint.sarif

            Ends with 0 when nothing is found, with 1 when something is, with 2 when
            the answer cannot be trusted: a file that cannot be read, a mistake in
            flags, configuration or rules.
            """)

    @OptionGroup var inputs: LintInputFlags
    @OptionGroup var reports: ReportFlags

    func run() throws {
        let plan = try reports.plan(arguments: Terminal.arguments)
        var result = LintSession(inputs.options).run()
        try inputs.updateBaseline(with: &result)
        let status = try plan.write(result, flags: reports)
        withExtendedLifetime(result) { status.end() }
    }
}
