/// Where an operation is done again, and within which bounds.
package struct OperationSite {
    /// The place of the result.
    package let origin: Origin
    /// The bounds of the work.
    package let work: EvaluationWork

    /// Creates a site.
    package init(origin: Origin, work: EvaluationWork) {
        self.origin = origin
        self.work = work
    }
}
