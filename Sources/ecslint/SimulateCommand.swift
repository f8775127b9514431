import ArgumentParser
import Reports
import Workspace

struct SimulateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Play queues, workers and their scaling: does it keep up, when does it scale, what does it cost?",
        discussion: """
            Plays every ECS service of the templates that receives from a queue, with the alarms, cooldowns and delays of \
            AWS. The load and the time that a message takes come from the flags, else from ecslint.yaml.

              ecslint simulate infra/ --arrivals 5/s --processing 2s
              ecslint simulate infra/ --service Worker --arrivals daily:2/s..40/s --processing 700ms --goal 60s
              ecslint simulate template.yaml --backlog 120000 --processing 2s --duration 6h --format csv

            Ends with 0 when every service keeps up, with 1 when one misses its goal, falls behind or never starts, with 2 \
            when something could not be read or simulated.
            """)

    @OptionGroup var inputs: InputFlags
    @OptionGroup var flags: SimulateFlags

    @Option(help: "How the answer is written.")
    var format: SimulationFormat = .text

    @OptionGroup var output: OutputFlag

    func validate() throws {
        if flags.sweep != nil, format != .text, format != .json { throw ValidationError("--sweep writes text or json.") }
    }

    func run() throws {
        var options = try flags.options()
        options.region = inputs.project.region
        if let sweep = try flags.sweepAxis() { return try run(sweep, options) }
        let report = SimulationReport(try Project(inputs.options).input(), options: options)
        if !report.services.isEmpty { try output.write(report.rendered(as: format), "The simulation") }
        let trouble = LintResult(diagnostics: report.diagnostics, sources: report.sources)
        FileWriter().writeToStandardError(TextReport(trouble).troubleLines)
        if report.exitStatus != .success { throw ExitCode(report.exitStatus.rawValue) }
    }

    private func run(_ axis: SimulationSweep.Axis, _ options: SimulationOptions) throws {
        let sweep = SimulationSweep(try Project(inputs.options).input(), options: options, axis: axis)
        if sweep.hasServices { try output.write(sweep.rendered(asJSON: format == .json), "The simulation") }
        let trouble = LintResult(diagnostics: sweep.diagnostics, sources: sweep.sources)
        FileWriter().writeToStandardError(TextReport(trouble).troubleLines)
        if sweep.exitStatus != .success { throw ExitCode(sweep.exitStatus.rawValue) }
    }
}

extension SimulationFormat: ExpressibleByArgument {}
