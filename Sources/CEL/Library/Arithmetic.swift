/// The arithmetic of numbers of one type; integers that do not fit are an error, never wrapped.
enum Arithmetic {
    static func add(_ left: Value, _ right: Value) throws(EvaluationError) -> Value {
        switch (left, right) {
        case (.int(let first), .int(let second)): try int(first.addingReportingOverflow(second))
        case (.uint(let first), .uint(let second)): try uint(first.addingReportingOverflow(second))
        case (.double(let first), .double(let second)): .double(first + second)
        default: throw StandardLibrary.mismatch("+")
        }
    }

    static func subtract(_ left: Value, _ right: Value) throws(EvaluationError) -> Value {
        switch (left, right) {
        case (.int(let first), .int(let second)): try int(first.subtractingReportingOverflow(second))
        case (.uint(let first), .uint(let second)): try uint(first.subtractingReportingOverflow(second))
        case (.double(let first), .double(let second)): .double(first - second)
        default: throw StandardLibrary.mismatch("-")
        }
    }

    static func multiply(_ left: Value, _ right: Value) throws(EvaluationError) -> Value {
        switch (left, right) {
        case (.int(let first), .int(let second)): try int(first.multipliedReportingOverflow(by: second))
        case (.uint(let first), .uint(let second)): try uint(first.multipliedReportingOverflow(by: second))
        case (.double(let first), .double(let second)): .double(first * second)
        default: throw StandardLibrary.mismatch("*")
        }
    }

    static func divide(_ left: Value, _ right: Value) throws(EvaluationError) -> Value {
        switch (left, right) {
        case (.int, .int(0)), (.uint, .uint(0)):
            throw EvaluationError(.divisionByZero, "\(left) is divided by zero")
        case (.int(let first), .int(let second)): try int(first.dividedReportingOverflow(by: second))
        case (.uint(let first), .uint(let second)): .uint(first / second)
        case (.double(let first), .double(let second)): .double(first / second)
        default: throw StandardLibrary.mismatch("/")
        }
    }

    static func remainder(_ left: Value, _ right: Value) throws(EvaluationError) -> Value {
        switch (left, right) {
        case (.int, .int(0)), (.uint, .uint(0)):
            throw EvaluationError(.divisionByZero, "the remainder of \(left) by zero does not exist")
        case (.int(let first), .int(let second)):
            try int(first.remainderReportingOverflow(dividingBy: second))
        case (.uint(let first), .uint(let second)): .uint(first % second)
        default: throw StandardLibrary.mismatch("%")
        }
    }

    private static func int(
        _ result: (partialValue: Int64, overflow: Bool)
    ) throws(EvaluationError) -> Value {
        if result.overflow { throw StandardLibrary.overflow(.int) }
        return .int(result.partialValue)
    }

    private static func uint(
        _ result: (partialValue: UInt64, overflow: Bool)
    ) throws(EvaluationError) -> Value {
        if result.overflow { throw StandardLibrary.overflow(.uint) }
        return .uint(result.partialValue)
    }
}
