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
        var options = options
        let folder = Platform.workingFolder
        options.configurationPath = options.configurationPath.map { PathName.absolute($0, workingFolder: folder) }
        options.ruleFolders = options.ruleFolders.map { PathName.absolute($0, workingFolder: folder) }
        options.catalogFolders = options.catalogFolders.map { PathName.absolute($0, workingFolder: folder) }
        options.parameters = options.parameters.map {
            Platform.kind(of: $0, followingLinks: true) == nil ? $0 : PathName.absolute($0, workingFolder: folder)
        }
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
            options.paths = path.map { [$0] } ?? []
            let result = LintSession(options).run()
            // A side without services costs nothing that could be told.
            let cost = result.exitStatus == .unreliable ? nil : try CostSession(options).run()
            let report = cost.flatMap { $0.report.services.isEmpty ? nil : $0.report }
            return (Comparison.State(label: side.label, folder: folder, result: result, cost: report), path == "." ? nil : path)
        }
    }
}
