/// A bound that a template went over, so that answers about it are incomplete.
public struct ExceededLimit: Sendable {
    public let message: String
    /// What to do about it.
    public let help: String
    /// Where the bound was met first.
    public let origin: Origin

    public init(message: String, help: String, origin: Origin) {
        self.message = message
        self.help = help
        self.origin = origin
    }
}
