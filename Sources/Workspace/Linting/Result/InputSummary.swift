import Evaluation
import Templates

/// What became of one file of a run.
package struct InputSummary: Sendable, Hashable {
    /// How reading it ended; raw values are those of the reports.
    package enum Status: String, Sendable, Hashable {
        /// A template that was checked.
        case ok
        /// It could not be read or parsed, or was named and is no template.
        case error
        /// No template, and nobody said that it is one.
        case skipped
    }

    /// The path as reports show it.
    package let file: String
    /// The language that it is written in, as far as it was recognised.
    package let kind: TemplateKind
    /// Entries of the template's own `Resources`; of a plan what it makes, and the blocks of which it makes nothing.
    package let resources: Int
    /// How many of these no use of the template creates with the values that hold.
    package let resourcesOff: Int
    /// How reading it ended.
    package let status: Status

    /// Creates the summary of a file.
    package init(file: String, kind: TemplateKind, resources: Int, resourcesOff: Int = 0, status: Status) {
        self.file = file
        self.resourcesOff = resourcesOff
        self.kind = kind
        self.resources = resources
        self.status = status
    }
}
