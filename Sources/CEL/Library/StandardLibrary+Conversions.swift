import Text

extension StandardLibrary {
    static let conversions: [String: [Overload]] = [
        "int": conversion([.int, .uint, .double, .string, .timestamp], to: .int, int),
        "uint": conversion([.uint, .int, .double, .string], to: .uint, uint),
        "double": conversion([.double, .int, .uint, .string], to: .double, double),
        "string": conversion(
            [.string, .bool, .int, .uint, .double, .bytes, .timestamp, .duration], to: .string, string),
        "bytes": conversion([.bytes, .string], to: .bytes, bytes),
        "bool": conversion([.bool, .string], to: .bool, bool),
        "timestamp": conversion([.timestamp, .string, .int], to: .timestamp, timestamp),
        "duration": conversion([.duration, .string], to: .duration, duration),
        "dyn": [Overload([anyT], .dyn, isNonStrict: true) { (arguments, _) throws(EvaluationError) in arguments[0] }],
        "type": [
            Overload([anyT], .type, isNonStrict: true) { (arguments, _) throws(EvaluationError) in
                if case .unknown = arguments[0] { return arguments[0] }
                return .type(arguments[0].runtimeType)
            }
        ],
    ]

    private static func conversion(
        _ sources: [CELType], to target: CELType,
        _ convert: @escaping @Sendable (Value) throws(EvaluationError) -> Value?
    ) -> [Overload] {
        sources.map { source in
            Overload([source], target) { (arguments, budget) throws(EvaluationError) in
                if case .string(let text) = arguments[0] { try budget.charge(bytes: text.utf8.count) }
                if case .bytes(let bytes) = arguments[0] { try budget.charge(bytes: bytes.count) }
                guard let result = try convert(arguments[0]) else {
                    throw EvaluationError(
                        .badConversion, "the \(source) '\(arguments[0].excerpt)' cannot be made \(target)")
                }
                return result
            }
        }
    }

    private static func int(_ value: Value) -> Value? {
        switch value {
        case .int: value
        case .uint(let number): Int64(exactly: number).map(Value.int)
        // Both ends excluded, as the nearest doubles may stand for integers beyond them.
        case .double(let number):
            number > -0x1p63 && number < 0x1p63 ? .int(Int64(number)) : nil
        case .string(let text): Int64(text).map(Value.int)
        case .timestamp(let timestamp): .int(timestamp.seconds)
        default: nil
        }
    }

    private static func uint(_ value: Value) -> Value? {
        switch value {
        case .uint: value
        case .int(let number): UInt64(exactly: number).map(Value.uint)
        case .double(let number): number >= 0 && number < 0x1p64 ? .uint(UInt64(number)) : nil
        case .string(let text): UInt64(text).map(Value.uint)
        default: nil
        }
    }

    private static func double(_ value: Value) -> Value? {
        switch value {
        case .double: value
        case .int(let number): .double(Double(number))
        case .uint(let number): .double(Double(number))
        case .string(let text): Double(text).map(Value.double)
        default: nil
        }
    }

    private static func string(_ value: Value) -> Value? {
        switch value {
        case .string: value
        case .bytes(let bytes): String(validating: bytes, as: UTF8.self).map(Value.string)
        default: .string(value.description)
        }
    }

    private static func bytes(_ value: Value) -> Value? {
        switch value {
        case .bytes: value
        case .string(let text): .bytes(Array(text.utf8))
        default: nil
        }
    }

    private static func timestamp(_ value: Value) -> Value? {
        switch value {
        case .timestamp: value
        case .int(let seconds): Timestamp(seconds: seconds, nanoseconds: 0).map(Value.timestamp)
        case .string(let text): TimeText.timestamp(text).map(Value.timestamp)
        default: nil
        }
    }

    private static func duration(_ value: Value) -> Value? {
        switch value {
        case .duration: value
        case .string(let text): DurationText.nanoseconds(text).map { .duration(nanoseconds: $0) }
        default: nil
        }
    }

    private static let truths: [String: Bool] = [
        "1": true, "t": true, "T": true, "true": true, "TRUE": true, "True": true,
        "0": false, "f": false, "F": false, "false": false, "FALSE": false, "False": false,
    ]

    private static func bool(_ value: Value) -> Value? {
        switch value {
        case .bool: value
        case .string(let text): truths[text].map(Value.bool)
        default: nil
        }
    }
}
