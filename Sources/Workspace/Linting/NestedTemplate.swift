/// The answer to "which file is this nested stack's template?".
public enum NestedTemplate: Sendable {
    case found(SourceFile)
    case notFound
    /// Several files of that name are equally near; none is taken.
    case ambiguous([String])
}
