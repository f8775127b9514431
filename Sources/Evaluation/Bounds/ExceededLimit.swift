/// A bound that a template went over, so that answers about it are incomplete.
package struct ExceededLimit: Sendable {
    /// Which bound it was and what is unknown for it: a line for people without a full stop.
    package let message: String
    /// What to do about it.
    package let help: String
    /// Where the bound was met first.
    package let origin: Origin

    /// Creates a report of a bound.
    package init(message: String, help: String, origin: Origin) {
        self.message = message
        self.help = help
        self.origin = origin
    }
}
