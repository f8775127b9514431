import Evaluation

/// A format of `format` and `formatlist` (https://developer.hashicorp.com/terraform/language/functions/format).
struct FormatText {
    private let format: [UInt8]

    init(_ format: String) {
        self.format = Array(format.utf8)
    }

    /// The text with its verbs replaced; arguments that are not known stand in their places.
    ///
    /// Verbs: `%s`, `%v`, `%d`, `%t`, `%q`, `%f` with digits, `%x`, `%%`, with a width, `0`, `-` and an argument's number.
    /// What else there is gives an unknown text.
    func formatted(_ arguments: [Value], _ call: FunctionArguments) throws(ExpressionFailure) -> Value {
        var parts: [TextPart] = []
        var literal: [UInt8] = []
        var offset = 0
        var next = 0
        /// Characters that the widths of the verbs ask for.
        var padding = 0
        /// Arguments up to the last one that a verb has taken.
        var last = 0
        while offset < format.count {
            guard format[offset] == UInt8(ascii: "%") else {
                literal.append(format[offset])
                offset += 1
                continue
            }
            guard let verb = Verb(format, from: offset) else {
                throw ExpressionFailure("the format has a '%' without a verb")
            }
            offset = verb.end
            if verb.letter == UInt8(ascii: "%") {
                literal.append(verb.letter)
                continue
            }
            parts.append(.literal(String(decoding: literal, as: UTF8.self)))
            literal = []
            let index = verb.argument.map { $0 - 1 } ?? next
            guard arguments.indices.contains(index) else {
                throw ExpressionFailure("the format has more verbs than arguments")
            }
            next = index + 1
            last = max(last, next)
            // A width makes a thousand characters of three; so what there is is counted before there is more of it.
            guard call.mayMake(bytes: verb.width), let piece = try verb.parts(of: arguments[index]) else {
                return call.unknown()
            }
            padding += verb.width
            guard padding <= call.work.limits.textBytes else {
                _ = call.mayMake(bytes: padding)
                return call.exhausted
            }
            parts += piece
        }
        if last < arguments.count { throw ExpressionFailure("the format has fewer verbs than arguments") }
        parts.append(.literal(String(decoding: literal, as: UTF8.self)))
        return call.work.joined(parts, at: call.origin, steps: Array(arguments.prefix(16).flatMap(\.steps).prefix(16)))
    }
}

/// `%5d`, `%-10s`, `%[1]s`.
private struct Verb {
    let letter: UInt8
    let end: Int
    private(set) var argument: Int?
    private var padsWithZeros = false
    private var alignsLeft = false
    private var showsSign = false
    private(set) var width = 0
    private var precision: Int?
    /// Flags that are not worked out.
    private var isExotic = false

    init?(_ format: [UInt8], from start: Int) {
        func byte(_ offset: Int) -> UInt8 { format.indices.contains(offset) ? format[offset] : 0 }
        func digits(_ offset: inout Int) -> Int? {
            var value: Int?
            while byte(offset).isDigit, (value ?? 0) < 1_000 {
                value = (value ?? 0) * 10 + Int(byte(offset) - UInt8(ascii: "0"))
                offset += 1
            }
            return value
        }
        var offset = start + 1
        flags: while true {
            switch byte(offset) {
            case UInt8(ascii: "0"): padsWithZeros = true
            case UInt8(ascii: "-"): alignsLeft = true
            case UInt8(ascii: "+"): showsSign = true
            case UInt8(ascii: " "), UInt8(ascii: "#"): isExotic = true
            default: break flags
            }
            offset += 1
        }
        width = digits(&offset) ?? 0
        if byte(offset) == UInt8(ascii: ".") {
            offset += 1
            precision = digits(&offset) ?? 0
        }
        if byte(offset) == UInt8(ascii: "[") {
            offset += 1
            argument = digits(&offset)
            guard argument != nil, byte(offset) == UInt8(ascii: "]") else { return nil }
            offset += 1
        }
        letter = byte(offset)
        guard letter != 0 else { return nil }
        end = offset + 1
        if width > 1_000 { isExotic = true }
    }

    /// What the verb makes of a value; `nil` when that is not worked out.
    func parts(of value: Value) throws(ExpressionFailure) -> [TextPart]? {
        guard !isExotic, !showsSign || "dfF".utf8.contains(letter) else { return nil }
        switch letter {
        case UInt8(ascii: "s"), UInt8(ascii: "v"):
            if value.isAbsent {
                if letter == UInt8(ascii: "v") { return padded("null") }
                throw ExpressionFailure("null is not a text")
            }
            if let text = value.formattedText(isJSON: letter == UInt8(ascii: "v")) {
                return padded(precision.map { String(text.prefix($0)) } ?? text)
            }
            return width == 0 && precision == nil ? try value.stringParts : nil
        case UInt8(ascii: "q"):
            guard precision == nil, let text = value.formattedText(isJSON: false) else { return nil }
            guard case .literal(let quoted)? = Value.text(text, origin: value.origin).jsonParts.first else { return nil }
            return padded(quoted)
        case UInt8(ascii: "d"), UInt8(ascii: "b"), UInt8(ascii: "o"), UInt8(ascii: "x"), UInt8(ascii: "X"), UInt8(ascii: "f"),
            UInt8(ascii: "F"):
            guard case .scalar(let scalar) = value.content else { return try unknownNumber(value) }
            guard let number = value.convertedNumber else {
                throw ExpressionFailure("'\(scalar.text.prefix(40))' is not a number")
            }
            return try digits(of: number).flatMap(padded)
        case UInt8(ascii: "t"):
            guard case .scalar = value.content else { return try unknownNumber(value) }
            guard let truth = value.convertedTruth else { throw ExpressionFailure("%t takes a truth value") }
            return padded(truth ? "true" : "false")
        default: return nil
        }
    }

    private func digits(of number: ExactNumber) throws(ExpressionFailure) -> String? {
        let text: String?
        switch letter {
        case UInt8(ascii: "f"), UInt8(ascii: "F"): text = number.fixed(digits: precision ?? 6)
        case UInt8(ascii: "d"):
            guard let whole = number.floor, whole == number else { throw ExpressionFailure("%d takes a whole number") }
            text = precision == nil ? number.text : nil
        default:
            let radix = letter == UInt8(ascii: "b") ? 2 : letter == UInt8(ascii: "o") ? 8 : 16
            guard let floor = number.floor, floor == number else { throw ExpressionFailure("the verb takes a whole number") }
            guard let whole = number.wholeNumber, precision == nil else { return nil }
            text = String(whole, radix: radix, uppercase: letter == UInt8(ascii: "X"))
        }
        return text.map { showsSign && !$0.hasPrefix("-") ? "+\($0)" : $0 }
    }

    private func unknownNumber(_ value: Value) throws(ExpressionFailure) -> [TextPart]? {
        guard value.isOpaque || value.isChoice else { throw ExpressionFailure("the verb does not take this value") }
        return width == 0 && precision == nil ? value.textParts : nil
    }

    private func padded(_ text: String) -> [TextPart]? {
        let missing = width - text.count
        guard missing > 0 else { return [.literal(text)] }
        if alignsLeft { return [.literal(text + String(repeating: " ", count: missing))] }
        guard padsWithZeros else { return [.literal(String(repeating: " ", count: missing) + text)] }
        guard "dfF".utf8.contains(letter) else { return nil }
        let sign = text.prefix { $0 == "-" || $0 == "+" }
        return [.literal(sign + String(repeating: "0", count: missing) + text.dropFirst(sign.count))]
    }
}

extension Value {
    /// A value that is wholly known as text; a list or a map as JSON where the verb takes one.
    fileprivate func formattedText(isJSON: Bool) -> String? {
        if isJSON, isNumber { return convertedNumber?.shortest }
        return isStructure ? knownJSONText : convertedText
    }
}
