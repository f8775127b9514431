import Templates

/// The script that an instance runs at its first boot, as far as it is known.
struct UserData {
    private let parts: [TextPart]

    init(_ value: Value) {
        parts = value.textParts
    }

    /// `ECS_RESERVED_MEMORY` in MiB; 0 where the script does not set it, as the ECS agent takes it.
    ///
    /// Source: amazon-ecs-agent README, environment variable ECS_RESERVED_MEMORY.
    func reservedMemory() throws(ReadingFailure) -> Int64 {
        let key = "ECS_RESERVED_MEMORY="
        for (index, part) in parts.enumerated() {
            guard case .literal(let text) = part else { continue }
            guard let line = text.split(whereSeparator: \.isNewline).last(where: { $0.contains(key) }),
                let start = line.ranges(of: key).last?.upperBound
            else { continue }
            let digits = line[start...].drop { $0 == "\"" || $0 == "'" }.prefix(while: \.isNumber)
            if let memory = Int64(digits) { return memory }
            let reasons = index + 1 < parts.count ? [Reason("ECS_RESERVED_MEMORY is not known")] : [Reason("ECS_RESERVED_MEMORY is no number")]
            throw .unknown(reasons, mayBeAbsent: false)
        }
        return 0
    }
}
