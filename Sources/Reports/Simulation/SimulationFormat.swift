import Workspace

/// How a simulation is written.
package enum SimulationFormat: String, Sendable, CaseIterable {
    case text
    case json
    case csv
    case svg
}

extension SimulationReport {
    /// The simulation in a format, with a line feed at its end; the same bytes for the same report.
    package func rendered(as format: SimulationFormat) -> String {
        switch format {
        case .text: SimulationText(self).text
        case .json: SimulationJSON(self).text
        case .csv: SimulationCSV(self).text
        case .svg: SimulationSVG(self).text
        }
    }
}
