import Capacity

/// How a cost report is written.
package enum CostFormat: String, Sendable, CaseIterable {
    case text
    case json
    case csv
    case markdown
}

extension CostReport {
    /// The report in a format, with a line feed at its end; the same bytes for the same report.
    package func rendered(as format: CostFormat) -> String {
        switch format {
        case .text: CostTextReport(self).text
        case .json: CostJSONReport(self).text
        case .csv: CostCSVReport(self).text
        case .markdown: CostMarkdownReport(self).text
        }
    }
}
