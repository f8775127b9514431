import ArgumentParser
import Capacity
import InstanceCatalog

/// Reads the values of the flags of `ecslint cost`; each error says what is accepted.
enum CostArgument {
    static func cpuUnits(_ text: String) throws -> Int {
        do {
            return try TaskQuantity.cpuUnits(text)
        } catch {
            throw ValidationError(error.explanation(accepted: TaskQuantity.cpuForm, unit: "CPU units"))
        }
    }

    static func memory(_ text: String) throws -> Int {
        do {
            return try TaskQuantity.memoryMiB(text)
        } catch {
            throw ValidationError(error.explanation(accepted: TaskQuantity.memoryForm))
        }
    }

    /// Memory that may be none.
    static func hostMemory(_ text: String) throws -> Int {
        do {
            return try TaskQuantity.memoryMiB(text, in: 0...CostLimits.memoryMiB)
        } catch {
            throw ValidationError(error.explanation(accepted: TaskQuantity.memoryForm))
        }
    }

    static func daemon(_ text: String) throws -> DaemonDemand {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        let form = "CPU:MIB such as 128:256, or 0:0 for none"
        guard parts.count == 2 else { throw ValidationError("Write \(form).") }
        do {
            return DaemonDemand(
                cpuUnits: try TaskQuantity.cpuUnits(parts[0], in: 0...CostLimits.cpuUnits),
                memoryMiB: try TaskQuantity.memoryMiB(parts[1], in: 0...CostLimits.memoryMiB))
        } catch {
            throw ValidationError(error.explanation(accepted: form, unit: "CPU units or MiB"))
        }
    }

    static func tasks(_ text: String) throws -> ScalingRange<Int?> {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(wholeNumber)
        let counts = parts.compactMap { $0 }
        guard counts.count == parts.count, let minimum = counts.first, let maximum = counts.last, counts.count <= 3 else {
            throw ValidationError("Write N, MIN:MAX or MIN:DESIRED:MAX in whole numbers, such as 18, 2:10 or 12:12:18.")
        }
        // Of MIN:MAX the minimum usually runs: target tracking settles there.
        let desired = counts.count == 3 ? counts[1] : minimum
        guard minimum <= desired, desired <= maximum else {
            throw ValidationError("MIN:DESIRED:MAX must not fall: \(minimum) to \(desired) to \(maximum).")
        }
        guard (1...CostLimits.tasks).contains(maximum) else {
            throw ValidationError("MAX is 1 to \(CostLimits.tasks), not \(maximum).")
        }
        return ScalingRange(minimum: minimum, desired: desired, maximum: maximum)
    }

    static func instanceTypes(_ text: String) throws -> [String] {
        let names = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard names.allSatisfy({ !$0.isEmpty && !$0.contains(" ") }) else {
            throw ValidationError("Write one type, or several with commas: m5.large,m6i.large.")
        }
        return names
    }

    static func architecture(_ text: String) throws -> ProcessorArchitecture {
        switch text.lowercased() {
        case "x86_64", "x86-64", "x86", "x64", "amd64", "intel", "amd": return .x86_64
        case "arm64", "arm", "aarch64", "graviton": return .arm64
        default: throw ValidationError("Write x86_64 or arm64.")
        }
    }

    static func decimal(_ text: String) throws -> Decimal {
        guard let value = Decimal(text) else { throw ValidationError("Write a plain number such as 0.0188.") }
        return value
    }

    /// A whole percentage, with or without its sign: `70`, `70%`, `70 %`.
    static func percentage(_ text: String) throws -> Int {
        guard let value = wholeNumber(withoutPercent(text)) else {
            throw ValidationError("Write a whole percentage such as 70 or 70%.")
        }
        return value
    }

    /// A percentage that may have a fraction.
    static func decimalPercentage(_ text: String) throws -> Decimal { try decimal(String(withoutPercent(text))) }

    private static func withoutPercent(_ text: String) -> Substring {
        guard text.last == "%" else { return Substring(text) }
        let number = text.dropLast()
        return number.last == " " ? number.dropLast() : number
    }

    /// Hours: `730`, `730h`.
    static func hours(_ text: String) throws -> Decimal {
        let number = text.lowercased().hasSuffix("h") ? String(text.dropLast()) : text
        guard let value = Decimal(number) else { throw ValidationError("Write hours such as 730 or 24h.") }
        return value
    }

    /// Messages a second from `20/s`, `600/min`, `10000/h`, `2000000/day` or a plain number a second.
    static func rate(_ text: String) throws -> Decimal {
        let units = [
            "s": 1, "sec": 1, "second": 1, "m": 60, "min": 60, "minute": 60, "h": 3600, "hour": 3600, "d": 86_400, "day": 86_400,
        ]
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let number = parts.first.flatMap({ Decimal($0) }), let seconds = parts.count == 1 ? 1 : units[String(parts[1])],
            let rate = number.divided(by: seconds)
        else { throw ValidationError("Write messages by time, such as 20/s, 600/min or 10000/h.") }
        return rate
    }

    /// Seconds from `60`, `60s`, `500ms`, `5m`, `1 min`, `1h`, `24 hours`.
    static func duration(_ text: String) throws -> Decimal {
        let units: [(names: [String], factor: Int)] = [
            (["", "s", "sec", "secs", "second", "seconds"], 1), (["m", "min", "mins", "minute", "minutes"], 60),
            (["h", "hr", "hrs", "hour", "hours"], 3600), (["d", "day", "days"], 86_400),
        ]
        let digits = text.prefix { $0 == "." || ($0.isASCII && $0.isNumber) }
        let rest = text.dropFirst(digits.count)
        let unit = (rest.first == " " ? rest.dropFirst() : rest).lowercased()
        guard let number = Decimal(digits.first == "." ? "0" + digits : digits) else { throw Self.durationError }
        if ["ms", "msec", "millisecond", "milliseconds"].contains(unit) {
            guard let seconds = number.divided(by: 1000) else { throw Self.durationError }
            return seconds
        }
        guard let factor = units.first(where: { $0.names.contains(unit) })?.factor else { throw Self.durationError }
        return number * factor
    }

    private static var durationError: ValidationError { ValidationError("Write a time such as 500ms, 60s, 5m or 1h.") }

    private static func wholeNumber(_ text: Substring) -> Int? {
        text.allSatisfy { $0.isASCII && $0.isNumber } ? Int(text) : nil
    }
}

extension TaskQuantity.Invalid {
    fileprivate func explanation(accepted form: String, unit: String = "MiB") -> String {
        switch self {
        case .malformed: "Write \(form)."
        case .ambiguous(let number):
            "\(number) may mean \(number) vCPUs, which are written \(number)vcpu or \(number * 1024), or \(number) CPU units, of which 1024 are "
                + "a vCPU and which are written \(number)units."
        case .fraction: "That is not a whole number of \(unit); write \(form)."
        case .outOfRange(let range): "It has to be \(range.lowerBound) to \(range.upperBound) \(unit); write \(form)."
        }
    }
}
