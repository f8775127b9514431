/// The answer to "which file is this nested stack's template?".
package enum NestedTemplate: Sendable {
    /// The template, read or with the reason why it could not be.
    case found(SourceFile)
    /// No file within the roots fits the reference.
    case notFound
    /// The file that the reference leads to stands outside the roots, by `..`, an absolute path or a link; it is not read.
    case outsideRoots(String)
    /// Several files of that name are equally near; none is taken.
    case ambiguous([String])
}
