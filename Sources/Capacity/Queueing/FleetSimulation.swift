/// How long messages take, from arrival until they are handled, with a number of servers: a simulation of messages that arrive at
/// random, one after another, and are handled in their order.
///
/// The same for the same numbers on every machine: the random numbers are a fixed sequence.
package struct FleetSimulation: Hashable, Sendable {
    /// What 95 % of the messages do not exceed, in seconds.
    package let longestOf95Percent: Double
    /// The mean, in seconds.
    package let mean: Double

    /// Messages that are simulated after a tenth as many that only fill the queue.
    package static let messages = 20_000

    /// - Parameters:
    ///   - servers: tasks times the messages that each handles side by side, 1 or more.
    ///   - arrivalRate: messages a second, above 0.
    ///   - serviceSeconds: mean time for one.
    package init(servers: Int, arrivalRate: Double, serviceSeconds: Double, work: WorkDistribution) {
        var random = SplitMix(state: 0x9E37_79B9_7F4A_7C15)
        // The times at which servers become free, as a heap: the earliest stands first.
        var free = FreeTimes(count: max(1, servers))
        var now = 0.0
        var times: [Double] = []
        times.reserveCapacity(Self.messages)
        for index in 0..<(Self.messages + Self.messages / 10) {
            now += random.exponential / arrivalRate
            let service = work == .constant ? serviceSeconds : serviceSeconds * random.exponential
            let end = max(now, free.earliest) + service
            free.replaceEarliest(with: end)
            if index >= Self.messages / 10 { times.append(end - now) }
        }
        times.sort()
        let position = times.count * 95 / 100
        longestOf95Percent = times.indices.contains(position) ? times[position] : 0
        mean = times.isEmpty ? 0 : times.reduce(0, +) / Double(times.count)
    }
}

/// Random numbers of Steele, Lea and Flood's SplitMix64.
private struct SplitMix {
    var state: UInt64

    /// Above 0, up to 1.
    private mutating func unit() -> Double {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        bits ^= bits >> 31
        return Double((bits >> 11) + 1) / Double(1 << 53)
    }

    /// Of mean 1.
    var exponential: Double {
        mutating get { -Exponential.logarithm(unit()) }
    }
}

/// A heap of times that always holds as many.
private struct FreeTimes {
    private var times: [Double]

    init(count: Int) { times = Array(repeating: 0, count: count) }

    var earliest: Double { times.first ?? 0 }

    mutating func replaceEarliest(with time: Double) {
        var place = 0
        while true {
            let left = 2 * place + 1
            guard left < times.count else { break }
            let right = left + 1
            let child = right < times.count && times[right] < times[left] ? right : left
            guard times[child] < time else { break }
            times[place] = times[child]
            place = child
        }
        times[place] = time
    }
}
