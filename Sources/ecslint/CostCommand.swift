import ArgumentParser
import Capacity
import InstanceCatalog
import Reports
import Workspace

struct CostCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cost",
        abstract: "Tasks per instance, instances and money a month.",
        discussion: """
            From templates: every ECS service of the files and folders named. From flags alone: say what a task needs \
            and how many run; without --instance-type the ten types are ranked that run them for the least money.

              ecslint cost infra/
              ecslint cost template.yaml --region eu-west-1 --tasks 2:4:20
              ecslint cost --cpu 200 --memory 128 --tasks 12:12:18 --instance-type t3a.small
              ecslint cost --cpu 0.5vcpu --memory 1GB --tasks 40 --compare
              ecslint cost --queue-rate 20/s --processing-seconds 2 --latency-goal 60s
              ecslint cost --cpu 512 --memory 1GB --tasks 40 --optimise --survive zone --zones 3

            Ends with 1 when a task fits on no instance, with 2 when the question cannot be answered.
            """)

    @Argument(help: "Templates or folders; - is standard input. Without one the flags describe the task.", completion: .file())
    var paths: [String] = []

    @OptionGroup var standardInput: StandardInputFlag
    @OptionGroup var project: ProjectFlags
    @OptionGroup var flags: CostFlags
    @OptionGroup var optimise: OptimiseFlags

    @Option(help: "How the answer is written.")
    var format: CostFormat = .text

    @Flag(help: "With several services: how each one was worked out, below the overview.")
    var details = false

    func validate() throws {
        try standardInput.validate(with: paths)
        if format == .svg, !flags.compare {
            throw ValidationError("--format svg plots what --compare compares; give both.")
        }
    }

    func run() throws {
        let project = try Project(self.project.options(paths: paths, standardInputName: standardInput.stdinFilename))
        let status = paths.isEmpty ? try priceFlags(project.catalog) : try priceTemplates(project)
        if status != .success { throw ExitCode(status.rawValue) }
    }

    private func priceFlags(_ catalog: InstanceCatalog) throws -> ExitStatus {
        var request = try flags.request(catalog: catalog, region: project.region)
        request.today = Clock.today
        request.optimisation = try rules
        let report = CostEstimator.estimate(request, catalog: catalog)
        try FileWriter().writeToStandardOutput(report.rendered(as: format, showsDetails: details))
        if report.hasTaskThatNeverFits { return .findings }
        return report.hasPrice ? .success : .unreliable
    }

    private var rules: FleetRules? {
        get throws { try optimise.rules(zones: flags.zones, types: flags.instanceType.flatMap { $0 }) }
    }

    private func priceTemplates(_ project: Project) throws -> ExitStatus {
        var overrides = try flags.overrides(catalog: project.catalog, region: self.project.region)
        overrides.today = Clock.today
        overrides.optimisation = try rules
        let result = CostResult(try project.input(), overrides: overrides)
        if !result.report.services.isEmpty {
            try FileWriter().writeToStandardOutput(result.report.rendered(as: format, showsDetails: details))
        }
        let trouble = LintResult(diagnostics: result.diagnostics, sources: result.sources)
        FileWriter().writeToStandardError(TextReport(trouble).troubleLines)
        return result.exitStatus
    }
}

extension CostFormat: ExpressibleByArgument {}
