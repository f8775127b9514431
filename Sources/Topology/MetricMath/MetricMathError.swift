/// Why a metric math expression cannot be read.
struct MetricMathError: Error, Hashable {
    /// For people, without a full stop.
    let message: String
    /// Bytes from the beginning of the expression.
    let offset: Int
}
