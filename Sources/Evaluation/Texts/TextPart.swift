/// A piece of a text that is not wholly known: `https://`, `${Bucket}`, `.s3...`.
package enum TextPart: Sendable {
    /// Text that is known to stand there.
    case literal(String)
    /// Anything that is not plain text: a reference, an unknown, a choice.
    case value(Value)
}
