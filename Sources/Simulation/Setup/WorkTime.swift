/// How long the work on one message takes, in milliseconds.
package enum WorkTime: Hashable, Sendable {
    case constant(Int)
    /// With this mean.
    case exponential(Int)
    /// Anything between the two alike.
    case uniform(Int, Int)
    /// Half of the messages take less than the first, 1 % more than the second.
    case logNormal(median: Int, percentile99: Int)

    /// The 99th percentile of the normal distribution of variance 1.
    private static let normal99 = 2.3263478740408408

    func next(_ random: inout SeededRandom) -> Int {
        let time: Double
        switch self {
        case .constant(let milliseconds): return max(1, milliseconds)
        case .exponential(let mean): time = random.exponential() * Double(mean)
        case .uniform(let least, let most): return max(1, least + Int(random.unit() * Double(max(0, most - least))))
        case .logNormal(let median, let percentile99):
            let width = ExactFunctions.logarithm(Double(percentile99) / Double(median)) / Self.normal99
            time = Double(median) * ExactFunctions.power(width * random.normal())
        }
        return max(1, Int(min(time, 1e12)))
    }

    /// The mean in milliseconds.
    package var mean: Double {
        switch self {
        case .constant(let milliseconds), .exponential(let milliseconds): return Double(milliseconds)
        case .uniform(let least, let most): return Double(least + most) / 2
        case .logNormal(let median, let percentile99):
            let width = ExactFunctions.logarithm(Double(percentile99) / Double(median)) / Self.normal99
            return Double(median) * ExactFunctions.power(width * width / 2)
        }
    }
}
