extension StandardLibrary {
    /// The functions that take moments and spans apart, the names of places included.
    static func times(in zones: TimeZoneSource) -> [String: [Overload]] {
        let parts = { (select: @escaping @Sendable (CivilTime) -> Int64) in Self.parts(zones, select) }
        return [
            "getFullYear": parts { $0.year },
            "getMonth": parts { $0.month - 1 },
            "getDate": parts { $0.day },
            "getDayOfMonth": parts { $0.day - 1 },
            "getDayOfYear": parts { $0.dayOfYear },
            "getDayOfWeek": parts { $0.dayOfWeek },
            "getHours": parts { $0.secondOfDay / 3600 } + [span(3_600_000_000_000)],
            "getMinutes": parts { $0.secondOfDay / 60 % 60 } + [span(60_000_000_000)],
            "getSeconds": parts { $0.secondOfDay % 60 } + [span(1_000_000_000)],
            "getMilliseconds": [
                part([], zones) { timestamp, _ in timestamp.nanoseconds / 1_000_000 },
                part([.string], zones) { timestamp, _ in timestamp.nanoseconds / 1_000_000 },
                Overload([.duration], .int, isMember: true) { (arguments, _) throws(EvaluationError) in
                    guard case .duration(let nanoseconds) = arguments[0] else { throw mismatch("getMilliseconds") }
                    return .int(nanoseconds / 1_000_000 % 1000)
                },
            ],
        ]
    }

    static let timeAdditions = [
        timeOperation(.timestamp, .duration, .timestamp) { later($0, $1) },
        timeOperation(.duration, .timestamp, .timestamp) { later($1, $0) },
        timeOperation(.duration, .duration, .duration) { left, right in
            combined(left, right) { $0.addingReportingOverflow($1) }
        },
    ]

    static let timeSubtractions = [
        timeOperation(.timestamp, .timestamp, .duration) { left, right in
            guard case .timestamp(let end) = left, case .timestamp(let start) = right else { return nil }
            return end.nanoseconds(since: start).map { .duration(nanoseconds: $0) }
        },
        timeOperation(.timestamp, .duration, .timestamp) { left, right in
            guard case .duration(let span) = right, span != .min else { return nil }
            return later(left, .duration(nanoseconds: -span))
        },
        timeOperation(.duration, .duration, .duration) { left, right in
            combined(left, right) { $0.subtractingReportingOverflow($1) }
        },
    ]

    /// An operation whose result may be out of range, which `nil` says.
    private static func timeOperation(
        _ left: CELType, _ right: CELType, _ result: CELType,
        _ operation: @escaping @Sendable (Value, Value) -> Value?
    ) -> Overload {
        Overload([left, right], result) { (arguments, _) throws(EvaluationError) in
            guard let value = operation(arguments[0], arguments[1]) else { throw overflow(result) }
            return value
        }
    }

    private static func later(_ start: Value, _ span: Value) -> Value? {
        guard case .timestamp(let timestamp) = start, case .duration(let nanoseconds) = span else { return nil }
        return timestamp.adding(nanoseconds: nanoseconds).map(Value.timestamp)
    }

    private static func combined(
        _ left: Value, _ right: Value, _ operation: (Int64, Int64) -> (partialValue: Int64, overflow: Bool)
    ) -> Value? {
        guard case .duration(let first) = left, case .duration(let second) = right else { return nil }
        let (span, overflow) = operation(first, second)
        return overflow ? nil : .duration(nanoseconds: span)
    }

    /// A part of a moment, in UTC and in a time zone.
    private static func parts(
        _ zones: TimeZoneSource, _ select: @escaping @Sendable (CivilTime) -> Int64
    ) -> [Overload] {
        [[], [.string]].map { parameters in
            part(parameters, zones) { timestamp, offset in select(CivilTime(seconds: timestamp.seconds + offset)) }
        }
    }

    private static func part(
        _ parameters: [CELType], _ zones: TimeZoneSource, _ select: @escaping @Sendable (Timestamp, Int64) -> Int64
    ) -> Overload {
        Overload([.timestamp] + parameters, .int, isMember: true) { (arguments, _) throws(EvaluationError) in
            guard case .timestamp(let timestamp) = arguments[0] else { throw mismatch("a timestamp's function") }
            guard arguments.count > 1 else { return .int(select(timestamp, 0)) }
            guard case .string(let name) = arguments[1] else { throw mismatch("a timestamp's function") }
            guard let offset = TimeText.offset(name) ?? zones.zone(named: name)?.offset(at: timestamp.seconds) else {
                // Mostly a template's text, and the database of another machine may know it.
                return .unknown(Unknown("no time zone '\(arguments[1].excerpt)' is known here"))
            }
            return .int(select(timestamp, offset))
        }
    }

    /// The whole units in a span of time.
    private static func span(_ unit: Int64) -> Overload {
        Overload([.duration], .int, isMember: true) { (arguments, _) throws(EvaluationError) in
            guard case .duration(let nanoseconds) = arguments[0] else { throw mismatch("a duration's function") }
            return .int(nanoseconds / unit)
        }
    }
}
