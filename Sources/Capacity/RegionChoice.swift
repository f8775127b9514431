/// The region whose prices count, and who says so.
public struct RegionChoice: Hashable, Sendable {
    public enum Origin: Hashable, Sendable {
        case flag
        case configuration
        case template
        /// Nobody said it: us-east-1, named as an assumption.
        case assumed
    }

    public let name: String
    public let origin: Origin

    public init(name: String, origin: Origin) {
        self.name = name
        self.origin = origin
    }

    /// us-east-1, as an assumption.
    public static let assumed = RegionChoice(name: "us-east-1", origin: .assumed)
}
