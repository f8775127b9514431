import Capacity

/// A cost report with the trouble that there was in getting at it.
package struct CostResult: Sendable {
    /// The figures, as far as the templates give them.
    package let report: CostReport
    /// Problems of files and templates; with an error among them the report is not to be trusted.
    package let diagnostics: [Diagnostic]
    /// The lines that diagnostics point into.
    package let sources: SourceLines

    /// 0; 1 when a task fits on no instance; 2 when some file could not be read.
    package var exitStatus: ExitStatus {
        if diagnostics.contains(where: { $0.severity == .error }) { return .unreliable }
        return report.hasTaskThatNeverFits ? .findings : .success
    }
}
