/// A number of Terraform's language: exact decimals, and quotients that have no end cut off and marked.
///
/// Terraform computes with 512 bits (https://github.com/zclconf/go-cty/blob/main/docs/types.md). Here a number has at most
/// 38 digits; what needs more is `nil` and so unknown, never wrong.
package struct ExactNumber: Hashable {
    /// Most digits behind the point; a quotient that needs more is cut here.
    private static let mostFractionDigits = 30
    /// Largest power of ten that a written exponent may ask for.
    private static let mostExponent = 36

    /// The number is `coefficient / 10^scale`; without needless zeros at the end of the fraction.
    private let coefficient: Int128
    private let scale: Int
    /// Whether digits were cut off.
    package let isRounded: Bool

    package init(_ value: Int) {
        self.init(coefficient: Int128(value), scale: 0, isRounded: false)
    }

    private init(coefficient: Int128, scale: Int, isRounded: Bool) {
        var coefficient = coefficient
        var scale = scale
        while scale > 0, coefficient % 10 == 0 {
            coefficient /= 10
            scale -= 1
        }
        self.coefficient = coefficient
        self.scale = scale
        self.isRounded = isRounded
    }

    package var isZero: Bool { coefficient == 0 }
    package var isNegative: Bool { coefficient < 0 }

    /// The number when it is whole and an `Int` can hold it.
    package var wholeNumber: Int? { scale == 0 && !isRounded ? Int(exactly: coefficient) : nil }

    // MARK: Texts

    /// Reads digits with an optional sign, fraction and exponent, as HCL and JSON write them; `nil` for anything else, and for
    /// numbers with more digits than are kept.
    package init?(_ text: some StringProtocol) {
        var bytes = Array(text.utf8)[...]
        var isNegative = false
        if let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            isNegative = sign == UInt8(ascii: "-")
            bytes = bytes.dropFirst()
        }
        let whole = Self.takeDigits(&bytes)
        var fraction: ArraySlice<UInt8> = []
        if bytes.first == UInt8(ascii: ".") {
            bytes = bytes.dropFirst()
            fraction = Self.takeDigits(&bytes)
            guard !fraction.isEmpty else { return nil }
        }
        guard !whole.isEmpty, let exponent = Self.takeExponent(&bytes), bytes.isEmpty else { return nil }
        while fraction.last == UInt8(ascii: "0") { fraction = fraction.dropLast() }
        guard let digits = Self.number(whole + fraction) else { return nil }
        let signed = isNegative ? -digits : digits
        let scale = fraction.count - exponent
        if scale < 0 {
            guard let raised = Self.shifted(signed, by: -scale) else { return nil }
            self.init(coefficient: raised, scale: 0, isRounded: false)
        } else {
            guard scale <= Self.mostFractionDigits + Self.mostExponent else { return nil }
            self.init(coefficient: signed, scale: scale, isRounded: fraction.count >= Self.mostFractionDigits)
        }
    }

    private static func takeDigits(_ bytes: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let digits = bytes.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        bytes = bytes.dropFirst(digits.count)
        return digits
    }

    /// 0 when no exponent stands there; `nil` for a broken or a huge one.
    private static func takeExponent(_ bytes: inout ArraySlice<UInt8>) -> Int? {
        guard let mark = bytes.first, mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E") else { return 0 }
        bytes = bytes.dropFirst()
        var isNegative = false
        if let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            isNegative = sign == UInt8(ascii: "-")
            bytes = bytes.dropFirst()
        }
        let digits = takeDigits(&bytes)
        guard let value = number(digits), !digits.isEmpty, value <= mostExponent else { return nil }
        return isNegative ? -Int(value) : Int(value)
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int128? {
        var value: Int128 = 0
        for digit in digits {
            let (tens, isTooLarge) = value.multipliedReportingOverflow(by: 10)
            let (sum, overflow) = tens.addingReportingOverflow(Int128(digit &- UInt8(ascii: "0")))
            guard !isTooLarge, !overflow else { return nil }
            value = sum
        }
        return value
    }

    /// As Terraform writes it: no exponent, no needless zeros.
    package var text: String {
        let digits = String(coefficient.magnitude)
        let sign = coefficient < 0 ? "-" : ""
        guard scale > 0 else { return sign + digits }
        let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
        return "\(sign)\(padded.dropLast(scale)).\(padded.suffix(scale))"
    }

    /// As Go's `%g` writes it: with an exponent from a million on, and below a ten-thousandth.
    package var shortest: String? {
        guard !isRounded else { return nil }
        let all = String(coefficient.magnitude)
        let exponent = all.utf8.count - 1 - scale
        guard !isZero, !(-4..<6).contains(exponent) else { return text }
        var digits = Substring(all)
        while digits.last == "0" { digits = digits.dropLast() }
        let power = String(abs(exponent))
        return (isNegative ? "-" : "") + digits.prefix(1) + (digits.utf8.count > 1 ? "." : "") + digits.dropFirst()
            + (exponent < 0 ? "e-" : "e+") + (power.utf8.count < 2 ? "0" : "") + power
    }

    /// With so many digits behind the point; `nil` where the number lies in the middle of two, or is cut off.
    package func fixed(digits: Int) -> String? {
        guard !isRounded, digits <= Self.mostFractionDigits else { return nil }
        var rounded = coefficient.magnitude
        if scale > digits {
            guard let unit = Self.shifted(1, by: scale - digits)?.magnitude else { return nil }
            let (quotient, remainder) = rounded.quotientAndRemainder(dividingBy: unit)
            // Binary fractions of Terraform lie on one side of the middle, and which one is not worked out.
            guard remainder != unit - remainder else { return nil }
            rounded = remainder > unit - remainder ? quotient + 1 : quotient
        }
        var text = String(rounded)
        let fraction = min(scale, digits)
        text = String(repeating: "0", count: max(0, fraction + 1 - text.utf8.count)) + text
        let point = digits == 0 ? "" : "."
        let zeros = String(repeating: "0", count: digits - fraction)
        return "\(isNegative ? "-" : "")\(text.dropLast(fraction))\(point)\(text.suffix(fraction))\(zeros)"
    }
}

// MARK: - Arithmetic

extension ExactNumber {
    package var negated: ExactNumber? {
        guard coefficient != .min else { return nil }
        return ExactNumber(coefficient: -coefficient, scale: scale, isRounded: isRounded)
    }

    package func plus(_ other: ExactNumber) -> ExactNumber? {
        guard !isRounded, !other.isRounded, let (left, right, scale) = aligned(with: other) else { return nil }
        let (sum, overflow) = left.addingReportingOverflow(right)
        return overflow ? nil : ExactNumber(coefficient: sum, scale: scale, isRounded: false)
    }

    package func minus(_ other: ExactNumber) -> ExactNumber? { other.negated.flatMap(plus) }

    package func times(_ other: ExactNumber) -> ExactNumber? {
        guard !isRounded, !other.isRounded else { return nil }
        let (product, overflow) = coefficient.multipliedReportingOverflow(by: other.coefficient)
        return overflow ? nil : ExactNumber(coefficient: product, scale: scale + other.scale, isRounded: false)
    }

    /// The quotient; `nil` for a divisor of zero as well.
    package func divided(by other: ExactNumber) -> ExactNumber? {
        guard !isRounded, !other.isRounded, !other.isZero, let (left, right, _) = aligned(with: other),
            left != .min, right != .min
        else { return nil }
        var (quotient, remainder) = left.quotientAndRemainder(dividingBy: right)
        var digits = 0
        while remainder != 0, digits < Self.mostFractionDigits {
            let (shifted, isTooLarge) = quotient.multipliedReportingOverflow(by: 10)
            let (tens, overflow) = remainder.multipliedReportingOverflow(by: 10)
            guard !isTooLarge, !overflow else { return nil }
            let step = tens.quotientAndRemainder(dividingBy: right)
            (quotient, remainder) = (shifted + step.quotient, step.remainder)
            digits += 1
        }
        return ExactNumber(coefficient: quotient, scale: digits, isRounded: remainder != 0)
    }

    /// What division leaves, with the sign of the dividend; by zero all of it.
    package func remainder(dividingBy other: ExactNumber) -> ExactNumber? {
        guard !isRounded, !other.isRounded, let (left, right, scale) = aligned(with: other) else { return nil }
        guard right != 0 else { return self }
        // The smallest number by -1 is the one remainder that a processor refuses.
        guard right != -1 else { return ExactNumber(0) }
        return ExactNumber(coefficient: left % right, scale: scale, isRounded: false)
    }

    /// The next whole number towards minus infinity.
    package var floor: ExactNumber? {
        guard scale > 0 else { return self }
        guard let unit = Self.shifted(1, by: scale) else { return nil }
        let (quotient, remainder) = coefficient.quotientAndRemainder(dividingBy: unit)
        return ExactNumber(coefficient: remainder < 0 ? quotient - 1 : quotient, scale: 0, isRounded: false)
    }

    package var ceiling: ExactNumber? { negated?.floor?.negated }

    /// Whether this is less than another; `nil` when both are cut off at the same digits, or too far apart to be aligned.
    package func isLess(than other: ExactNumber) -> Bool? {
        guard let (left, right, _) = aligned(with: other) else { return nil }
        guard left == right, isRounded || other.isRounded else { return left < right }
        return nil
    }

    /// Whether both are the same number; `nil` when digits were cut off where it matters.
    package func equals(_ other: ExactNumber) -> Bool? {
        guard coefficient == other.coefficient, scale == other.scale else { return false }
        return isRounded || other.isRounded ? nil : true
    }

    private func aligned(with other: ExactNumber) -> (left: Int128, right: Int128, scale: Int)? {
        let common = max(scale, other.scale)
        guard let left = Self.shifted(coefficient, by: common - scale),
            let right = Self.shifted(other.coefficient, by: common - other.scale)
        else { return nil }
        return (left, right, common)
    }

    /// A coefficient times a power of ten.
    private static func shifted(_ value: Int128, by digits: Int) -> Int128? {
        var value = value
        for _ in 0..<digits {
            let (tens, overflow) = value.multipliedReportingOverflow(by: 10)
            guard !overflow else { return nil }
            value = tens
        }
        return value
    }
}
