/// Everything that is known about workers beside the templates.
package struct WorkerFacts: Sendable, Hashable {
    /// Declarations in the configuration's order; the first whose pattern matches counts.
    package var workers: [WorkerDeclaration]
    /// Names of environment variables that hold the longest time for one message; compared without case, `_` and `-`.
    package var processingSecondsFrom: [String]
    /// Where the facts come from, for messages: "ecslint.yaml".
    package var source: String

    /// What is looked for where the configuration has no `processingSecondsFrom`.
    package static let usualVariables = [
        "PROCESSING_SECONDS", "PROCESSING_TIME_SECONDS", "PROCESSING_TIME", "MAX_PROCESSING_SECONDS",
    ]

    /// Creates facts; the defaults are those of a run without a configuration.
    package init(
        workers: [WorkerDeclaration] = [], processingSecondsFrom: [String] = WorkerFacts.usualVariables,
        source: String = "ecslint.yaml"
    ) {
        self.workers = workers
        self.processingSecondsFrom = processingSecondsFrom
        self.source = source
    }
}
