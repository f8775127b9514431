/// The language's optional: a value or none. That it *may* be absent is an unknown, not an optional.
package indirect enum OptionalValue: Sendable {
    case none
    case some(Value)
}
