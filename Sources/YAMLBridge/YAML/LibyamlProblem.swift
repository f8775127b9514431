import CYAML

/// libyaml's own account of why it refuses a text.
struct LibyamlProblem {
    let kind: yaml_error_type_t
    let problem: String
    /// What it was doing; empty when it does not say.
    let context: String
    /// Code points before the place where it gave up.
    let problemIndex: Int
    /// Code points before the place where the thing began that it was reading.
    let contextIndex: Int
    /// Bytes before the character that the reader refused; for reader errors only.
    let byteOffset: Int
    /// The character that the reader refused.
    let value: Int32
}
