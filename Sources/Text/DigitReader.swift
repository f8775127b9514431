/// Reads numbers and signs of a fixed form one after the other.
package struct DigitReader {
    /// What is not read yet.
    package private(set) var rest: Substring

    /// Begins at a text's beginning.
    package init(_ text: String) {
        rest = text[...]
    }

    /// Whether everything is read.
    package var isAtEnd: Bool { rest.isEmpty }

    /// Whether these characters stand here; they are then passed over.
    package mutating func accept(_ text: String) -> Bool {
        guard rest.utf8.starts(with: text.utf8) else { return false }
        rest = Substring(rest.utf8.dropFirst(text.utf8.count))
        return true
    }

    /// As many digits as there are.
    package mutating func digits() -> String {
        let digits = rest.prefix { ("0"..."9").contains($0) && $0.utf8.count == 1 }
        rest = rest[digits.endIndex...]
        return String(digits)
    }

    /// Passes over characters; gives how many there were.
    package mutating func skip(while belongs: (Character) -> Bool) -> Int {
        let skipped = rest.prefix(while: belongs)
        rest = rest[skipped.endIndex...]
        return skipped.count
    }

    /// A number of exactly that many digits.
    package mutating func number(_ width: Int) -> Int64? {
        let digits = rest.prefix(width)
        guard digits.utf8.count == width, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        rest = rest[digits.endIndex...]
        return Int64(digits)
    }

    /// The nanoseconds that `.25` stands for, 0 when there is no dot; `nil` for a dot without digits.
    mutating func fraction() -> Int64? {
        guard accept(".") else { return 0 }
        let digits = digits()
        guard !digits.isEmpty else { return nil }
        return Int64((digits + "00000000").prefix(9))
    }

    /// The seconds of `01:30`, at most so many hours.
    package mutating func hoursAndMinutes(mostHours: Int64) -> Int64? {
        guard let hours = number(2), accept(":"), let minutes = number(2), hours <= mostHours, minutes < 60 else { return nil }
        return hours * 3_600 + minutes * 60
    }
}
