import Workspace

/// How a comparison is written.
package enum ComparisonFormat: String, Sendable, Hashable, CaseIterable {
    case text
    case json
    case markdown
}

extension Comparison {
    /// The comparison as a report.
    package func rendered(as format: ComparisonFormat, style: TextStyle = .plain) -> String {
        switch format {
        case .text: ComparisonText(self, style: style).text
        case .json: ComparisonJSON(self).text
        case .markdown: ComparisonMarkdown(self).text
        }
    }
}
