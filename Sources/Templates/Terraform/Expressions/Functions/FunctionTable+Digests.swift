import Evaluation
import Text

/// Hashes of texts; those of files are `ExpressionEvaluator.fileCall`'s.
extension FunctionTable {
    /// By the names that functions of texts have: `sha256`, `base64sha256`; those of files begin with `file`.
    static let digestsByName: [String: (digest: Digest, isBase64: Bool)] = [
        "md5": (.md5, false), "sha1": (.sha1, false), "sha256": (.sha256, false), "sha512": (.sha512, false),
        "base64sha256": (.sha256, true), "base64sha512": (.sha512, true),
    ]

    /// The hash functions of files, with the one that each applies to the text.
    static let fileDigests: [String: (digest: Digest, isBase64: Bool)] = Dictionary(
        uniqueKeysWithValues: digestsByName.map { ("file\($0.key)", $0.value) })

    static let digests: [(name: String, function: Function)] =
        digestsByName.map { name, kind in
            function(name, 1...1) { (call) throws(ExpressionFailure) in
                guard let text = try call.text(at: 0) else {
                    return call.unknown()
                }
                return call.text(digested(text, kind))
            }
        } + [function("uuidv5", 2...2, uuid)]

    static func digested(_ text: String, _ kind: (digest: Digest, isBase64: Bool)) -> String {
        let bytes = kind.digest.bytes(of: Array(text.utf8))
        return kind.isBase64 ? Base64.encoded(bytes) : Digest.hexadecimal(bytes)
    }

    // MARK: - UUIDs

    /// RFC 4122, appendix C: the four name spaces with names of their own.
    private static let spaces = [
        "dns": "6ba7b810-9dad-11d1-80b4-00c04fd430c8", "url": "6ba7b811-9dad-11d1-80b4-00c04fd430c8",
        "oid": "6ba7b812-9dad-11d1-80b4-00c04fd430c8", "x500": "6ba7b814-9dad-11d1-80b4-00c04fd430c8",
    ]

    /// RFC 4122, section 4.3.
    private static func uuid(_ call: FunctionArguments) throws(ExpressionFailure) -> Value {
        guard let space = try call.text(at: 0), let name = try call.text(at: 1)
        else { return call.unknown() }
        guard let prefix = uuidBytes(spaces[space] ?? space) else {
            throw ExpressionFailure("'\(space.prefix(40))' is not a name space: dns, url, oid, x500 or a UUID")
        }
        var bytes = Array(SHA1.digest(prefix + Array(name.utf8)).prefix(16))
        bytes[6] = bytes[6] & 0x0F | 0x50
        bytes[8] = bytes[8] & 0x3F | 0x80
        let digits = Array(Digest.hexadecimal(bytes).utf8)
        let groups = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(decoding: digits[$0], as: UTF8.self) }
        return call.text(groups.joined(separator: "-"))
    }

    private static func uuidBytes(_ text: String) -> [UInt8]? {
        let characters = Array(text.utf8)
        guard characters.count == 36, [8, 13, 18, 23].allSatisfy({ characters[$0] == UInt8(ascii: "-") }) else { return nil }
        let digits = characters.filter { $0 != UInt8(ascii: "-") }
        guard digits.count == 32 else { return nil }
        return hexadecimalBytes(digits)
    }

    /// Pairs of hexadecimal digits as bytes; `nil` for anything else.
    static func hexadecimalBytes(_ digits: [UInt8]) -> [UInt8]? {
        guard digits.count % 2 == 0 else { return nil }
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let high = Unicode.Scalar(digits[index]).hexadecimalValue,
                let low = Unicode.Scalar(digits[index + 1]).hexadecimalValue
            else { return nil }
            bytes.append(high << 4 | low)
        }
        return bytes
    }
}

extension Unicode.Scalar {
    fileprivate var hexadecimalValue: UInt8? {
        switch self {
        case "0"..."9": UInt8(value - 0x30)
        case "a"..."f": UInt8(value - 0x57)
        case "A"..."F": UInt8(value - 0x37)
        default: nil
        }
    }
}
