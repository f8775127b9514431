import Text

/// Reads the texts of templates as typed values, by what CloudFormation and ECS accept.
enum ScalarReading {
    /// A whole number; `unit` allows the spellings of task sizes, such as `1 vCPU` and `2 GB`.
    ///
    /// Source: ECS RegisterTaskDefinition, parameters `cpu` and `memory` (botocore ecs 2014-11-13).
    static func integer(_ text: String, unit: FieldUnit? = nil) -> Int64? {
        let trimmed = text.trimmed
        if let whole = Int64(trimmed) { return whole }
        if let bound = boundOfLongNumber(trimmed) { return bound }
        if let point = trimmed.firstIndex(of: "."), let whole = Int64(trimmed[..<point]),
            trimmed[trimmed.index(after: point)...].allSatisfy({ $0 == "0" })
        {
            return whole
        }
        switch unit {
        case .cpuUnits: return amount(trimmed, suffixes: ["vcpu"])
        case .mebibytes: return amount(trimmed, suffixes: ["gb"])
        default: return nil
        }
    }

    /// A whole number beyond 64 bits counts as the largest of its sign: it is out of every range all the same.
    private static func boundOfLongNumber(_ text: String) -> Int64? {
        let isNegative = text.hasPrefix("-")
        let digits = isNegative ? text.dropFirst() : text[...]
        guard digits.utf8.count >= 19, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
        return isNegative ? .min : .max
    }

    static func double(_ text: String) -> Double? {
        guard let number = Double(text.trimmed), number.isFinite else { return nil }
        return number
    }

    /// A truth value; unquoted texts also in the spellings of YAML 1.1, which CloudFormation follows.
    static func bool(_ text: String, isQuoted: Bool) -> Bool? {
        switch text.lowercased() {
        case "true": true
        case "false": false
        case "yes", "on": isQuoted ? nil : true
        case "no", "off": isQuoted ? nil : false
        default: nil
        }
    }

    /// `0.5 vCPU` as 512, `2 GB` as 2048: a decimal times 1024, when that is whole.
    private static func amount(_ text: String, suffixes: [String]) -> Int64? {
        let lower = text.lowercased()
        guard let suffix = suffixes.first(where: lower.hasSuffix) else { return nil }
        let digits = lower.dropLast(suffix.count).trimmed
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), digits != ".", !digits.isEmpty,
            digits.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }), digits.utf8.count <= 12
        else { return nil }
        let whole = parts[0].isEmpty ? 0 : Int64(parts[0]) ?? 0
        let fraction = parts.count == 2 ? parts[1] : ""
        guard let numerator = fraction.isEmpty ? 0 : Int64(fraction) else { return nil }
        let scale = (0..<fraction.count).reduce(Int64(1)) { product, _ in product * 10 }
        let scaled = numerator * 1_024
        return scaled % scale == 0 ? whole * 1_024 + scaled / scale : nil
    }
}
