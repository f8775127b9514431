import Capacity

/// How a cost report is written.
package enum CostFormat: String, Sendable, CaseIterable {
    case text
    case json
    case csv
    case markdown
    /// A plot of the break-even between Fargate and instances.
    case svg
}

extension CostReport {
    /// The report in a format, with a line feed at its end; the same bytes for the same report.
    ///
    /// - Parameter showsDetails: whether a text about several services tells of each how it was worked out.
    package func rendered(as format: CostFormat, showsDetails: Bool = false) -> String {
        switch format {
        case .text: CostTextReport(self, showsDetails: showsDetails).text
        case .json: CostJSONReport(self).text
        case .csv: CostCSVReport(self).text
        case .markdown: CostMarkdownReport(self).text
        case .svg: BreakEvenPlot(breakEvens).text
        }
    }
}
