import Evaluation

/// Comma-separated values as Go's `encoding/csv` reads them (RFC 4180; https://pkg.go.dev/encoding/csv).
enum CSVText {
    /// The records of a text, lines without anything left out; `nil` for a text with a quotation mark out of place.
    static func records(of text: String) -> [[String]]? {
        var reader = Reader(bytes: Array(text.utf8))
        var records: [[String]] = []
        while !reader.isAtEnd {
            if reader.takeLineEnd() { continue }
            guard let record = reader.record() else { return nil }
            records.append(record)
        }
        return records
    }

    private struct Reader {
        let bytes: [UInt8]
        private var index = 0

        init(bytes: [UInt8]) {
            self.bytes = bytes
        }

        var isAtEnd: Bool { index >= bytes.count }

        mutating func take(_ character: Unicode.Scalar) -> Bool {
            guard !isAtEnd, UInt32(bytes[index]) == character.value else { return false }
            index += 1
            return true
        }

        mutating func takeLineEnd() -> Bool {
            if index + 1 < bytes.count, bytes[index] == 0x0D, bytes[index + 1] == 0x0A {
                index += 2
                return true
            }
            // A carriage return at the end of the text is one of a line's end as well.
            if index + 1 == bytes.count, bytes[index] == 0x0D {
                index += 1
                return true
            }
            return take("\n")
        }

        mutating func record() -> [String]? {
            var fields: [String] = []
            while true {
                guard let field = take("\"") ? quoted() : plain() else { return nil }
                fields.append(String(decoding: field, as: UTF8.self))
                if take(",") { continue }
                return isAtEnd || takeLineEnd() ? fields : nil
            }
        }

        private mutating func plain() -> [UInt8]? {
            var field: [UInt8] = []
            while !isAtEnd, bytes[index] != UInt8(ascii: ","), bytes[index] != UInt8(ascii: "\n") {
                if bytes[index] == UInt8(ascii: "\"") { return nil }
                if bytes[index] == 0x0D, index + 1 == bytes.count || bytes[index + 1] == 0x0A { break }
                field.append(bytes[index])
                index += 1
            }
            return field
        }

        /// Up to the closing quotation mark; two of them are one.
        private mutating func quoted() -> [UInt8]? {
            var field: [UInt8] = []
            while !isAtEnd {
                let byte = bytes[index]
                index += 1
                if byte == UInt8(ascii: "\""), !take("\"") { return field }
                // Go drops the carriage return of a line's end inside quotation marks too.
                if byte == 0x0D, !isAtEnd, bytes[index] == 0x0A { continue }
                field.append(byte)
            }
            return nil
        }
    }
}
