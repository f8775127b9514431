import Topology

/// A graph with the trouble that there was in getting at it.
package struct GraphResult: Sendable {
    /// Nodes and links of every template together.
    package let graph: SystemGraph
    /// Problems of files and templates; with an error among them the graph may lack something.
    package let diagnostics: [Diagnostic]
    /// The lines that diagnostics point into.
    package let sources: SourceLines

    /// Reads the templates and draws their graph; the same for the same input.
    package init(_ input: ProjectInput) {
        let reading = TemplateReading(input)
        graph = SystemGraph(reading.model)
        diagnostics = reading.diagnostics
        sources = reading.lines
    }

    /// 0; 2 when some file could not be read.
    package var exitStatus: ExitStatus {
        diagnostics.contains { $0.severity == .error } ? .unreliable : .success
    }
}
