import Evaluation
import Text

/// Texts in other forms: addresses of pages, character sets, tables, YAML.
extension FunctionTable {
    static let codes: [(name: String, function: Function)] = [
        function("urlencode", 1...1) { (call) throws(ExpressionFailure) in
            guard let text = try call.text(at: 0) else {
                return call.unknown()
            }
            return call.text(percentEncoded(text))
        },
        // Of OpenTofu only (https://opentofu.org/docs/language/functions/urldecode).
        function("urldecode", 1...1) { (call) throws(ExpressionFailure) in
            guard let text = try call.text(at: 0) else {
                return call.unknown()
            }
            guard let decoded = percentDecoded(text) else { throw ExpressionFailure("the text has a '%' without two digits") }
            return call.text(decoded)
        },
        function("textencodebase64", 2...2) { (call) throws(ExpressionFailure) in
            guard let text = try call.text(at: 0), let name = try call.text(at: 1), let set = TextEncoding(name)
            else { return call.unknown() }
            guard let bytes = set.encoded(text) else {
                throw ExpressionFailure("the text has characters that \(name.prefix(40)) does not")
            }
            return call.text(Base64.encoded(bytes))
        },
        function("textdecodebase64", 2...2) { (call) throws(ExpressionFailure) in
            guard let text = try call.text(at: 0), let name = try call.text(at: 1), let set = TextEncoding(name)
            else { return call.unknown() }
            guard let bytes = Base64.decoded(Array(text.utf8)) else { throw ExpressionFailure("the text is not base64") }
            return set.decoded(bytes).map { call.text($0) } ?? call.unknown()
        },
        function("csvdecode", 1...1, table),
        function("yamlencode", 1...1) { (call) throws(ExpressionFailure) in
            guard let written = YAMLText(call[0]) else { return call.unknown() }
            return call.text(written.text)
        },
    ]

    /// As Go's `url.QueryEscape` writes it.
    private static func percentEncoded(_ text: String) -> String {
        var result: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
                UInt8(ascii: "~"):
                result.append(byte)
            case UInt8(ascii: " "): result.append(UInt8(ascii: "+"))
            default: result += Array("%\(Digest.hexadecimal([byte]).uppercased())".utf8)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func percentDecoded(_ text: String) -> String? {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
                continue
            }
            let digits = rest.prefix(2)
            guard digits.count == 2, let decoded = hexadecimalBytes(Array(digits)) else { return nil }
            bytes += decoded
            rest = rest.dropFirst(2)
        }
        return String(validating: bytes, as: UTF8.self)
    }

    /// A list of objects, whose attributes the first record names.
    private static func table(_ call: FunctionArguments) throws(ExpressionFailure) -> Value {
        guard let text = try call.text(at: 0) else {
            return call.unknown()
        }
        guard let records = CSVText.records(of: text) else { throw ExpressionFailure("the text is not a table") }
        guard let names = records.first else { throw ExpressionFailure("the table has no line with names") }
        guard Set(names).count == names.count else { throw ExpressionFailure("two columns of the table have one name") }
        var rows: [Value] = []
        for record in records.dropFirst() {
            guard record.count == names.count else {
                throw ExpressionFailure("a line of the table has \(record.count) fields and not \(names.count)")
            }
            rows.append(call.map(zip(names, record).map { Value.Member(key: $0, value: call.text($1)) }))
        }
        return call.list(rows)
    }
}

/// A character set of `textencodebase64`, by its IANA name.
private enum TextEncoding {
    case utf8, utf16(isBigEndian: Bool), latin1

    /// `nil` for those that are not worked out here.
    init?(_ name: String) {
        switch name.lowercased() {
        case "utf-8": self = .utf8
        case "utf-16le": self = .utf16(isBigEndian: false)
        case "utf-16be": self = .utf16(isBigEndian: true)
        case "iso-8859-1", "iso8859-1", "latin1": self = .latin1
        default: return nil
        }
    }

    /// `nil` where a character has no code.
    func encoded(_ text: String) -> [UInt8]? {
        switch self {
        case .utf8: return Array(text.utf8)
        case .utf16(let isBigEndian):
            return text.utf16.flatMap { unit in
                let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
                return isBigEndian ? bytes : bytes.reversed()
            }
        case .latin1:
            guard text.unicodeScalars.allSatisfy({ $0.value < 0x100 }) else { return nil }
            return text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
        }
    }

    /// `nil` where the bytes are no whole characters: Terraform puts others in their places.
    func decoded(_ bytes: [UInt8]) -> String? {
        switch self {
        case .utf8: return String(validating: bytes, as: UTF8.self)
        case .utf16(let isBigEndian):
            guard bytes.count % 2 == 0 else { return nil }
            let units = stride(from: 0, to: bytes.count, by: 2).map { index in
                let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
                return isBigEndian ? first << 8 | second : second << 8 | first
            }
            return String(validating: units, as: UTF16.self)
        case .latin1: return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
        }
    }
}
