import InstanceCatalog

/// Reads amounts of CPU and memory the way people and task definitions write them.
package enum TaskQuantity {
    /// Why a text is no amount.
    package enum Invalid: Error, Hashable, Sendable {
        /// The text is not a number with one of the accepted units.
        case malformed
        /// It is not a whole number of CPU units or of MiB.
        case fraction
        /// It is outside the accepted range.
        case outOfRange(ClosedRange<Int>)
    }

    /// CPU units from `512`, `0.5vcpu`, `.5 vCPU`; 1024 units are a vCPU.
    package static func cpuUnits(
        _ text: String, in range: ClosedRange<Int> = 1...CostLimits.cpuUnits
    ) throws(Invalid) -> Int {
        try read(text, units: ["": 1, "vcpu": 1024], in: range)
    }

    /// MiB from `1024`, `1GB`, `2 GiB`, `512 MiB`. As in ECS a GB is 1024 MiB.
    package static func memoryMiB(
        _ text: String, in range: ClosedRange<Int> = CostLimits.smallestMemoryMiB...CostLimits.memoryMiB
    ) throws(Invalid) -> Int {
        try read(text, units: ["": 1, "mib": 1, "mb": 1, "gib": 1024, "gb": 1024], in: range)
    }

    /// The form that `cpuUnits` accepts, for messages.
    package static let cpuForm = "CPU units such as 512, or vCPUs such as 0.5vcpu"
    /// The form that `memoryMiB` accepts, for messages.
    package static let memoryForm = "MiB such as 1024, or 1GB, 2 GiB, 512 MiB"

    private static func read(
        _ text: String, units: [String: Int], in range: ClosedRange<Int>
    ) throws(Invalid) -> Int {
        let digits = text.prefix { $0 == "." || ($0.isASCII && $0.isNumber) }
        let rest = text.dropFirst(digits.count)
        let unit = (rest.first == " " ? rest.dropFirst() : rest).lowercased()
        guard let factor = units[unit], !rest.hasSuffix(" ") else { throw .malformed }
        let number = digits.first == "." ? "0" + digits : String(digits)
        guard isNumber(number) else { throw .malformed }
        guard let value = Decimal(number) else { throw .outOfRange(range) }
        let scaled = value * factor
        guard scaled <= Decimal(range.upperBound) else { throw .outOfRange(range) }
        guard let whole = Int(scaled.description) else { throw .fraction }
        guard range.contains(whole) else { throw .outOfRange(range) }
        return whole
    }

    private static func isNumber(_ text: String) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count <= 2 && parts.allSatisfy { !$0.isEmpty }
    }
}
