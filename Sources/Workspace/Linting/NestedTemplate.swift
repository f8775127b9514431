/// The answer to "which file is this nested stack's template?".
public enum NestedTemplate: Sendable {
    case found(SourceFile)
    case notFound
    /// The file that the reference leads to stands outside the roots, by `..`, an absolute path or a link; it is not read.
    case outsideRoots(String)
    /// Several files of that name are equally near; none is taken.
    case ambiguous([String])
}
