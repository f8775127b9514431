import CEL
import Text
import YAMLBridge

/// Everything that a lint depends on.
package struct LintRequest: Sendable {
    /// The templates, with the configuration that says which rules run.
    package var input: ProjectInput
    /// Rule files beside the built-in ones.
    package var ruleDocuments: [Document] = []
    /// The day of the run, on which suppressions may have ended.
    package var today = Clock.today
    /// Known findings, which are not reported again.
    package var baseline: Baseline?
    /// What rules know of the time zones of places.
    package var timeZones = TimeZoneSource.none

    /// Creates a request with the built-in rules alone.
    package init(_ input: ProjectInput) {
        self.input = input
    }
}
