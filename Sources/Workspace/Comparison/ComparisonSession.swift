import Capacity
import Rules
import Text

/// Checks and prices two states of templates, and says what is different.
package struct ComparisonSession: Sendable {
    private let options: LintOptions
    private let old: ComparisonSide
    private let new: ComparisonSide

    /// - Parameter options: for both sides; paths in them are taken from the working folder. Without a configuration named,
    ///   each side has its own.
    package init(_ options: LintOptions, old: ComparisonSide, new: ComparisonSide) {
        let folder = Platform.workingFolder
        var options = options
        options.project = options.project.withAbsolutePaths(from: folder)
        options.ruleFolders = options.ruleFolders.map { PathName.absolute($0, workingFolder: folder) }
        self.options = options
        self.old = old
        self.new = new
    }

    /// - Throws: what keeps a side from being looked at.
    package func run() throws(ConfigurationError) -> Comparison {
        let (left, leftName) = try state(of: old)
        let (right, rightName) = try state(of: new)
        // Two files are the same template under two names.
        let renaming = leftName.flatMap { left in rightName.map { (left, $0) } }
        return Comparison(old: left, new: right, renaming: renaming)
    }

    private func state(of side: ComparisonSide) throws(ConfigurationError) -> (Comparison.State, file: String?) {
        try side.enter { (path, folder) throws(ConfigurationError) in
            var options = options
            options.project.paths = path.map { [$0] } ?? []
            let (result, cost) = Self.outcome(of: LintSession(options))
            return (Comparison.State(label: side.label, folder: folder, result: result, cost: cost), path == "." ? nil : path)
        }
    }

    /// Findings and cost of templates that are read once.
    private static func outcome(of session: LintSession) -> (result: LintResult, cost: CostReport?) {
        do throws(ConfigurationError) {
            let request = try session.request()
            let reading = TemplateReading(request.input)
            let result = session.withLines(Linter.lint(request, reading))
            guard result.exitStatus != .unreliable else { return (result, nil) }
            let report = CostResult(request.input, reading).report
            // A side without services costs nothing that could be told.
            return (result, report.services.isEmpty ? nil : report)
        } catch {
            return (session.result(of: error), nil)
        }
    }
}
