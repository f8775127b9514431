import ArgumentParser
import Capacity
import InstanceCatalog
import Reports

struct CostCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cost",
        abstract: "Tasks per instance, instances and money a month.",
        discussion: """
            Say what a task needs and how many run. Without --instance-type the ten types are ranked that run them \
            for the least money.

              ecslint cost --cpu 200 --memory 128 --tasks 12:12:18 --instance-type t3a.small
              ecslint cost --cpu 0.5vcpu --memory 1GB --tasks 40

            Ends with 1 when a task fits on no instance, with 2 when the question cannot be answered.
            """)

    @OptionGroup var flags: CostFlags

    @Option(help: "How the answer is written.")
    var format: CostFormat = .text

    func run() throws {
        let report = CostEstimator.estimate(try flags.request(catalog: .builtIn))
        Platform.writeToStandardOutput(report.rendered(as: format))
        if report.hasTaskThatNeverFits { throw ExitCode(1) }
    }
}

extension CostFormat: ExpressibleByArgument {}
