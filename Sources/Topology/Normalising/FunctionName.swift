import Evaluation
import Templates

/// The forms in which a property names a Lambda function: `name`, `name:alias`, `123456789012:function:name:alias` and the ARN
/// with or without an alias or version.
///
/// Source: `FunctionName` of CreateEventSourceMapping in the Lambda API reference.
enum FunctionName {
    /// The name alone, without what stands before it and without alias or version.
    static func name(in value: Value) -> Value {
        let parts = behindMarker(value.textParts)
        var name: [TextPart] = []
        for part in parts {
            guard case .literal(let text) = part, let colon = text.firstIndex(of: ":") else {
                name.append(part)
                continue
            }
            name.append(.literal(String(text[..<colon])))
            break
        }
        return Value.joined(name, origin: value.origin, steps: value.steps)
    }

    /// What stands behind `function:`; everything where that does not occur.
    private static func behindMarker(_ parts: [TextPart]) -> [TextPart] {
        for (index, part) in parts.enumerated() {
            guard case .literal(let text) = part, let rest = text.rest(behind: "function:") else { continue }
            return [.literal(rest)] + parts[(index + 1)...]
        }
        return parts
    }
}

extension String {
    /// What stands behind the last part of an address that is `marker`.
    fileprivate func rest(behind marker: String) -> String? {
        if hasPrefix(marker) { return String(dropFirst(marker.count)) }
        let sought = Array((":" + marker).utf8)
        let bytes = Array(utf8)
        guard bytes.count >= sought.count else { return nil }
        for start in 0...(bytes.count - sought.count) where bytes[start..<(start + sought.count)].elementsEqual(sought) {
            return String(decoding: bytes[(start + sought.count)...], as: UTF8.self)
        }
        return nil
    }
}
