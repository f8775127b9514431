import Evaluation
import Text

/// Moments that are written out (https://developer.hashicorp.com/terraform/language/functions/formatdate).
extension FunctionTable {
    static let times: [(name: String, function: Function)] = [
        function("timeadd", 2...2) { (call) throws(ExpressionFailure) in
            guard let start = try instant(call, at: 0), let text = try call.text(at: 1) else { return call.unknown() }
            guard let duration = DurationText.nanoseconds(text) else {
                throw ExpressionFailure("'\(text.prefix(40))' is not a duration such as 1h30m")
            }
            guard let later = start.adding(nanoseconds: Int128(duration)) else { return call.unknown() }
            return call.text(later.text)
        },
        function("timecmp", 2...2) { (call) throws(ExpressionFailure) in
            guard let one = try instant(call, at: 0), let other = try instant(call, at: 1) else { return call.unknown() }
            return call.number(
                (one.nanoseconds - other.nanoseconds).signum() == 0 ? 0 : one.nanoseconds < other.nanoseconds ? -1 : 1)
        },
        function("formatdate", 2...2) { (call) throws(ExpressionFailure) in
            guard let format = try call.text(at: 0), let moment = try instant(call, at: 1) else { return call.unknown() }
            return call.text(try DateFormat(format).text(of: moment))
        },
    ]

    private static func instant(_ call: FunctionArguments, at index: Int) throws(ExpressionFailure) -> Instant? {
        guard let text = try call.text(at: index) else { return nil }
        guard let instant = Instant(text) else {
            throw ExpressionFailure("'\(text.prefix(40))' is not a time such as 2026-11-21T12:30:00Z")
        }
        return instant
    }
}

/// A format of `formatdate`: rows of one letter stand for parts of the moment, quoted texts for themselves.
private struct DateFormat {
    private let format: [Unicode.Scalar]

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
    private static let weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]

    init(_ format: String) {
        self.format = Array(format.unicodeScalars)
    }

    func text(of moment: Instant) throws(ExpressionFailure) -> String {
        var result = ""
        var index = 0
        while index < format.count {
            let first = format[index]
            if first == "'" {
                result += try quoted(from: &index)
            } else if first.properties.isAlphabetic, first.isASCII {
                let start = index
                while index < format.count, format[index] == first { index += 1 }
                guard let part = part(first, index - start, moment) else {
                    throw ExpressionFailure(
                        "formatdate has no '\(String(repeating: Character(first), count: min(index - start, 9)))'")
                }
                result += part
            } else {
                result.unicodeScalars.append(first)
                index += 1
            }
        }
        return result
    }

    /// What stands between quotation marks; two of them are one.
    private func quoted(from index: inout Int) throws(ExpressionFailure) -> String {
        var result = ""
        index += 1
        while index < format.count {
            if format[index] == "'" {
                index += 1
                guard index < format.count, format[index] == "'" else { return result }
            }
            result.unicodeScalars.append(format[index])
            index += 1
        }
        throw ExpressionFailure("a quotation in the format has no end")
    }

    private func part(_ letter: Unicode.Scalar, _ count: Int, _ moment: Instant) -> String? {
        let (date, second) = moment.local
        let hour = second / 3_600
        switch (letter, count) {
        case ("Y", 4): return date.year.padded(to: 4)
        case ("Y", 2): return (date.year % 100).padded(to: 2)
        case ("M", 4): return Self.months[date.month - 1]
        case ("M", 3): return String(Self.months[date.month - 1].prefix(3))
        case ("E", 4): return Self.weekdays[date.weekday]
        case ("E", 3): return String(Self.weekdays[date.weekday].prefix(3))
        case ("A", 2): return hour < 12 ? "AM" : "PM"
        case ("a", 2): return hour < 12 ? "am" : "pm"
        case ("Z", 1): return moment.offset == 0 ? "Z" : moment.offsetText(separator: ":")
        case ("Z", 3): return moment.offset == 0 ? "UTC" : moment.offsetText(separator: "")
        case ("Z", 4): return moment.offsetText(separator: "")
        case ("Z", 5): return moment.offsetText(separator: ":")
        default:
            let numbers: [Unicode.Scalar: Int] = [
                "M": date.month, "D": date.day, "h": hour, "H": (hour + 11) % 12 + 1, "m": second / 60 % 60, "s": second % 60,
            ]
            guard count <= 2, let number = numbers[letter] else { return nil }
            return number.padded(to: count)
        }
    }
}
