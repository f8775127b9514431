import Templates

extension Resource {
    /// Nothing is known of what it says, as of most of a plan's resources, which nobody looks into.
    var isOpaque: Bool {
        if case .unknown = body.content { true } else { false }
    }
}
