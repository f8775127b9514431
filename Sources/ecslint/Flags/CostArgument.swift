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
        guard counts.count == parts.count, [1, 3].contains(counts.count) else {
            throw ValidationError("Write N or MIN:DESIRED:MAX in whole numbers, such as 18 or 12:12:18.")
        }
        let (minimum, desired, maximum) =
            counts.count == 1
            ? (counts[0], counts[0], counts[0]) : (counts[0], counts[1], counts[2])
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
        guard let architecture = ProcessorArchitecture(rawValue: text), [.x86_64, .arm64].contains(architecture) else {
            throw ValidationError("Write x86_64 or arm64.")
        }
        return architecture
    }

    static func decimal(_ text: String) throws -> Decimal {
        guard let value = Decimal(text) else { throw ValidationError("Write a plain number such as 0.0188.") }
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

    /// Seconds from `60`, `60s`, `5m`, `1h`.
    static func duration(_ text: String) throws -> Decimal {
        let units: [Character: Int] = ["s": 1, "m": 60, "h": 3600]
        let factor = text.last.flatMap { units[$0] }
        guard let number = Decimal(factor == nil ? Substring(text) : text.dropLast()) else {
            throw ValidationError("Write a time such as 60s, 5m or 1h.")
        }
        return number * (factor ?? 1)
    }

    private static func wholeNumber(_ text: Substring) -> Int? {
        text.allSatisfy { $0.isASCII && $0.isNumber } ? Int(text) : nil
    }
}

extension TaskQuantity.Invalid {
    fileprivate func explanation(accepted form: String, unit: String = "MiB") -> String {
        switch self {
        case .malformed: "Write \(form)."
        case .fraction: "That is no whole number of \(unit); write \(form)."
        case .outOfRange(let range): "It has to be \(range.lowerBound) to \(range.upperBound) \(unit); write \(form)."
        }
    }
}
