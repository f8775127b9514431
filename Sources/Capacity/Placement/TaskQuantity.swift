import InstanceCatalog

/// Reads amounts of CPU and memory the way people and task definitions write them.
package enum TaskQuantity {
    /// Why a text is no amount.
    package enum Invalid: Error, Hashable, Sendable {
        /// The text is not a number with one of the accepted units.
        case malformed
        /// A small whole number without a unit: vCPUs or CPU units.
        case ambiguous(Int)
        /// It is not a whole number of CPU units or of MiB.
        case fraction
        /// It is outside the accepted range.
        case outOfRange(ClosedRange<Int>)
    }

    /// CPU units from `512`, `0.5vcpu`, `.5 vCPU`, `0.5`, `500m`; 1024 units are a vCPU.
    ///
    /// A number with a fraction is vCPUs, since there is no half of a unit. A whole number below 16 is refused: people mean
    /// vCPUs by it, ECS takes units.
    package static func cpuUnits(
        _ text: String, in range: ClosedRange<Int> = 1...CostLimits.cpuUnits
    ) throws(Invalid) -> Int {
        if let number = Int(text), (1..<leastBareUnits).contains(number), range.lowerBound > 0 { throw .ambiguous(number) }
        if text.contains("."), text.allSatisfy({ $0 == "." || ($0.isASCII && $0.isNumber) }) {
            return try read(text + "vcpu", units: ["vcpu": 1024], in: range)
        }
        if text.hasSuffix("m"), let thousandths = Int(text.dropLast()), thousandths.isMultiple(of: 125) {
            // Kubernetes counts thousandths of a vCPU; 125 of them are 128 units.
            let (units, overflow) = (thousandths / 125).multipliedReportingOverflow(by: 128)
            guard !overflow, range.contains(units) else { throw .outOfRange(range) }
            return units
        }
        let units = ["": 1, "unit": 1, "units": 1, "vcpu": 1024, "vcpus": 1024, "cpu": 1024, "cpus": 1024]
        return try read(text, units: units, in: range)
    }

    /// Whole numbers below this are refused as CPU without a unit: a task of 15 units is a sixty-eighth of a vCPU.
    private static let leastBareUnits = 16

    /// MiB from `1024`, `1GB`, `2 GiB`, `512 MiB`, `512m`, `1Gi`, `1g`. As in ECS a GB is 1024 MiB.
    package static func memoryMiB(
        _ text: String, in range: ClosedRange<Int> = CostLimits.smallestMemoryMiB...CostLimits.memoryMiB
    ) throws(Invalid) -> Int {
        let units = [
            "": 1, "mib": 1, "mb": 1, "mi": 1, "m": 1, "gib": 1024, "gb": 1024, "gi": 1024, "g": 1024, "tib": 1_048_576,
            "tb": 1_048_576, "ti": 1_048_576, "t": 1_048_576,
        ]
        return try read(text, units: units, in: range)
    }

    /// The form that `cpuUnits` accepts, for messages.
    package static let cpuForm = "CPU units such as 512, or vCPUs such as 0.5 or 2vcpu"
    /// The form that `memoryMiB` accepts, for messages.
    package static let memoryForm = "MiB such as 1024, or 1GB, 2 GiB, 512m, 1Gi"

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
