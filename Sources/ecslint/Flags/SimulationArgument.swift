import ArgumentParser
import InstanceCatalog
import Simulation
import Workspace

/// Reads the values of the flags of `ecslint simulate`; each error says what is accepted.
enum SimulationArgument {
    /// Whole milliseconds.
    static func milliseconds(_ text: String, _ flag: String, in range: ClosedRange<Int> = 0...86_400_000) throws -> Int {
        let seconds = try CostArgument.duration(text)
        guard let value = Int("\((seconds * 1_000).rounded(toPlaces: 0))"), range.contains(value) else {
            throw ValidationError("\(flag) takes a time from \(range.lowerBound / 1_000) to \(range.upperBound / 1_000) seconds.")
        }
        return value
    }

    static func number(_ value: Int, _ flag: String, in range: ClosedRange<Int>) throws -> Int {
        guard range.contains(value) else {
            throw ValidationError("\(flag) takes a number from \(range.lowerBound) to \(range.upperBound), not \(value).")
        }
        return value
    }

    static func target(_ value: Double) throws -> Int {
        guard value > 0, value <= 1e9 else { throw ValidationError("--target-value takes a number above 0, up to 1000000000.") }
        return max(1, Int((value * 1e6).rounded()))
    }

    static func perMillion(_ text: String) throws -> Int {
        let percent = try CostArgument.decimalPercentage(text)
        guard let value = Int("\((percent * 10_000).rounded(toPlaces: 0))"), (0...1_000_000).contains(value) else {
            throw ValidationError("--fail takes a percentage from 0 to 100, such as 1% or 0.5%.")
        }
        return value
    }

    private static let metricKinds: [String: ScalingMetric] = [
        "visible": .visible, "in-flight": .inFlight, "visible-and-in-flight": .visibleAndInFlight,
        "backlog-per-task": .backlogPerTask, "backlog-per-task-guarded": .backlogPerTaskGuarded, "oldest-age": .oldestAge,
    ]

    static func metrics(_ texts: [String]) throws -> [String: ScalingMetric] {
        var metrics: [String: ScalingMetric] = [:]
        for text in texts {
            guard let equals = text.lastIndex(of: "="), let kind = metricKinds[String(text[text.index(after: equals)...])] else {
                throw ValidationError(
                    "--metric takes NAME=KIND with one of \(metricKinds.keys.sorted().joined(separator: ", ")).")
            }
            metrics[String(text[..<equals])] = kind
        }
        return metrics
    }

    /// A setting with up to 20 values: all whole numbers of a range, or as many that are evenly spaced.
    static func axis(_ text: String) throws -> SimulationSweep.Axis {
        let form = "--sweep takes minCapacity=1..10, maxCapacity=5..40 or targetValue=5..50."
        let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
        let ends = (parts.last ?? "").split(separator: "..").compactMap { Int($0) }
        guard parts.count == 2, let setting = SimulationSweep.Setting(rawValue: parts[0]), ends.count == 2,
            let first = ends.first, let last = ends.last, first <= last, first >= (setting == .targetValue ? 1 : 0),
            last <= (setting == .targetValue ? 1_000_000 : SimulationSetup.mostTasks)
        else { throw ValidationError(form) }
        let step = max(1, (last - first + 19) / 20)
        return SimulationSweep.Axis(setting: setting, values: Array(stride(from: first, through: last, by: step)))
    }

    // MARK: - Work

    private static let workForm = "--processing takes 60s, 2s±0.5s, exponential:2s or p50=1s,p99=30s, up to 12 hours."
    private static let workTimes = 1...43_200_000

    static func work(_ text: String) throws -> WorkTime {
        let flag = "--processing"
        if text.hasPrefix("exponential:") {
            return .exponential(try milliseconds(String(text.dropFirst("exponential:".count)), flag, in: workTimes))
        }
        if text.hasPrefix("p50=") {
            let parts = text.split(separator: ",")
            guard parts.count == 2, parts[1].hasPrefix("p99=") else { throw ValidationError(workForm) }
            let median = try milliseconds(String(parts[0].dropFirst(4)), flag, in: workTimes)
            let high = try milliseconds(String(parts[1].dropFirst(4)), flag, in: workTimes)
            guard high >= median else { throw ValidationError("p99 is at least p50. " + workForm) }
            return .logNormal(median: median, percentile99: high)
        }
        for sign in ["±", "+-"] {
            let parts = text.split(separator: sign)
            guard parts.count == 2 else { continue }
            let middle = try milliseconds(String(parts[0]), flag, in: workTimes)
            let width = try milliseconds(String(parts[1]), flag, in: workTimes)
            guard width <= middle else { throw ValidationError("The time would be below 0. " + workForm) }
            return .uniform(middle - width, middle + width)
        }
        return .constant(try milliseconds(text, flag, in: workTimes))
    }

    // MARK: - Load

    private static let loadForm =
        "--arrivals takes 5/s, 300/min, 1/35s, poisson:5/s, burst:120000, ramp:1/s..50/s:30m or daily:2/s..40/s."

    static func load(_ text: String, duration: Int) throws -> Load {
        let parts = text.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        switch (parts.first, parts.count) {
        case ("burst", 2):
            guard let messages = Int(parts[1]), (0...SimulationSetup.mostMessages).contains(messages) else {
                throw ValidationError("burst: takes a number of messages up to \(SimulationSetup.mostMessages).")
            }
            return Load(backlog: messages, arrivals: .nothing)
        case ("poisson", 2):
            let (messages, span) = try rate(parts[1])
            return Load(arrivals: .poisson(messages: messages, milliseconds: span))
        case ("ramp", 3):
            let (from, to) = try range(parts[1])
            let rise = Double(try milliseconds(parts[2], "--arrivals", in: 60_000...SimulationSetup.longestDuration))
            return Load(arrivals: try minutes(duration) { $0 >= rise ? to : from + (to - from) * $0 / rise })
        case ("daily", 2), ("daily", 3):
            let (low, high) = try range(parts[1])
            let peak = parts.count == 3 ? Int(parts[2]) : 12
            guard let peak, (0...23).contains(peak) else {
                throw ValidationError("The peak hour is 0 to 23: daily:2/s..40/s:14.")
            }
            return Load(arrivals: try minutes(duration) { low + (high - low) * dayShape(hours: $0 / 3_600_000 - Double(peak)) })
        case (_, 1):
            let (messages, span) = try rate(text)
            return Load(arrivals: .every(messages: messages, milliseconds: span))
        default: throw ValidationError(loadForm)
        }
    }

    /// Messages in milliseconds from `5/s`, `300/min`, `1/35s` or a number a second.
    private static func rate(_ text: String) throws -> (messages: Int, milliseconds: Int) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let number = Decimal(parts[0]), let millionths = Int("\((number * 1_000_000).rounded(toPlaces: 0))"),
            (1...1_000_000_000_000).contains(millionths)
        else { throw ValidationError(loadForm) }
        let unit = parts.count == 1 ? "s" : parts[1]
        let digit = unit.first.map { $0.isASCII && ($0.isNumber || $0 == ".") } ?? false
        let span = try milliseconds(digit ? unit : "1" + unit, "--arrivals", in: 1...31_536_000_000)
        if millionths % 1_000_000 == 0 { return (millionths / 1_000_000, span) }
        guard span <= 1_000_000_000 else { throw ValidationError(loadForm) }
        return (millionths, span * 1_000_000)
    }

    /// Messages a millisecond.
    private static func range(_ text: String) throws -> (Double, Double) {
        let ends = text.split(separator: "..", omittingEmptySubsequences: false).map(String.init)
        guard ends.count == 2 else { throw ValidationError(loadForm) }
        let from = try rate(ends[0])
        let to = try rate(ends[1])
        return (Double(from.messages) / Double(from.milliseconds), Double(to.messages) / Double(to.milliseconds))
    }

    /// Whole messages of each minute of a shape that says messages a millisecond at a moment.
    private static func minutes(_ duration: Int, _ shape: (Double) -> Double) throws -> Load.Arrivals {
        guard duration <= 366 * 86_400_000 else { throw ValidationError("Shapes of load take a --duration of a year at most.") }
        var counts: [Int] = []
        var total = 0.0
        var given = 0
        for minute in 0...(duration / 60_000) {
            total += shape((Double(minute) + 0.5) * 60_000) * 60_000
            guard total <= Double(SimulationSetup.mostMessages) else {
                throw ValidationError("That makes more than \(SimulationSetup.mostMessages) messages; take a shorter --duration.")
            }
            counts.append(Int(total) - given)
            given = Int(total)
        }
        return .minutes(counts)
    }

    /// 1 at 0 hours, 0 twelve hours from there, a cosine between.
    private static func dayShape(hours: Double) -> Double {
        var distance = hours.truncatingRemainder(dividingBy: 24).magnitude
        if distance > 12 { distance = 24 - distance }
        let angle = distance / 12 * Double.pi
        // The series of the cosine of half the angle, at most half of pi; the square of it is the raised cosine.
        let half = angle / 2
        var term = 1.0
        var cosine = 1.0
        for index in 1...10 {
            term *= -half * half / Double((2 * index - 1) * (2 * index))
            cosine += term
        }
        return cosine * cosine
    }
}
