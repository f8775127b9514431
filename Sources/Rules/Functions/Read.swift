import CEL

/// Something read from the model, or why it is not known.
enum Read<Content> {
    case known(Content)
    case unknown(Unknown)
}
