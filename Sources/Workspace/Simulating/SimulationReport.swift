import InstanceCatalog
import Simulation
import Topology

/// Simulations of the services of templates, with everything that they rest on.
package struct SimulationReport: Sendable {
    package let options: SimulationOptions
    package let services: [ServiceSimulation]
    /// Whole sentences, each with how to change it.
    package let assumptions: [String]
    /// Problems of files and templates, and services that could not be simulated.
    package let diagnostics: [Diagnostic]
    /// The lines that diagnostics point into.
    package let sources: SourceLines

    /// Reads the templates and plays their services; the same for the same input and options.
    package init(_ input: ProjectInput, options: SimulationOptions) {
        self.init(input, TemplateReading(input), options: options)
    }

    init(_ input: ProjectInput, _ reading: TemplateReading, options: SimulationOptions) {
        self.options = options
        var simulator = ModelSimulation(reading, options, input)
        services = simulator.run()
        assumptions = simulator.assumptions
        var diagnostics = reading.diagnostics
        diagnostics += simulator.reasons.map {
            Diagnostic(
                severity: .error, code: "not-simulated", message: $0,
                help: "Say what is missing with flags, or for good under workers: in ecslint.yaml.")
        }
        if services.isEmpty, simulator.reasons.isEmpty, !diagnostics.contains(where: { $0.severity == .error }) {
            diagnostics.append(
                Diagnostic(
                    severity: .error, code: "no-worker", message: "no ECS service that receives from a queue is in the templates",
                    help:
                        "Name the templates that hold the services and their queues; workers: in ecslint.yaml says what receives."
                ))
        }
        self.diagnostics = diagnostics
        sources = reading.lines
    }

    /// 0; 1 when a service misses its goal, falls behind or never starts; 2 when something could not be read or simulated.
    package var exitStatus: ExitStatus {
        if diagnostics.contains(where: { $0.severity == .error }) { return .unreliable }
        return services.allSatisfy { $0.verdict == .keepsUp } ? .success : .findings
    }
}
