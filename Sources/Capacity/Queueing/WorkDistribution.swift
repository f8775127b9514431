/// How the processing times of messages differ: an assumption that a fleet is sized by.
package enum WorkDistribution: String, Sendable, CaseIterable {
    /// Every message takes the mean time.
    case constant
    /// Most take less than the mean, some much longer: 5 % take three times as long.
    case exponential

    /// For people.
    package var explanation: String {
        switch self {
        case .constant: "every message takes the average time (--work constant)"
        case .exponential:
            "processing times are exponential: most are shorter than the average, 5 % three times as long (--work constant for equal ones)"
        }
    }

    /// What 95 % of the processing times do not exceed, as a multiple of the mean.
    var longest: Double {
        switch self {
        case .constant: 1
        case .exponential: Exponential.logarithm(20)
        }
    }
}
