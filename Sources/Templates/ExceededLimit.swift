/// A bound that a template went over, so that answers about it are incomplete.
public struct ExceededLimit: Sendable {
    /// Which bound it was and what is unknown for it: a line for people without a full stop.
    public let message: String
    /// What to do about it.
    public let help: String
    /// Where the bound was met first.
    public let origin: Origin

    /// Creates a report of a bound.
    init(message: String, help: String, origin: Origin) {
        self.message = message
        self.help = help
        self.origin = origin
    }
}
