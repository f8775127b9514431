import Evaluation

/// A hash function that takes a text block by block.
///
/// They name things; nothing here keeps a secret.
enum Digest {
    case md5, sha1, sha256, sha512

    func bytes(of message: [UInt8]) -> [UInt8] {
        switch self {
        case .md5: MD5.digest(message)
        case .sha1: SHA1.digest(message)
        case .sha256: SHA256.digest(message)
        case .sha512: SHA512.digest(message)
        }
    }

    /// In lower case, two digits a byte.
    static func hexadecimal(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// The message with a bit 1, zeros, and its length in bits, as a whole number of blocks.
    static func padded(_ message: [UInt8], block: Int, isBigEndian: Bool = true) -> [UInt8] {
        let lengthSize = block / 8
        var bytes = message
        bytes.reserveCapacity(message.count + 2 * block)
        bytes.append(0x80)
        while bytes.count % block != block - lengthSize { bytes.append(0) }
        let bits = UInt64(message.count) &* 8
        let length = (0..<lengthSize).map { $0 < 8 ? UInt8(truncatingIfNeeded: bits >> UInt64(8 * $0)) : 0 }
        return bytes + (isBigEndian ? length.reversed() : length)
    }

    /// Numbers as bytes, the highest first.
    static func bytes<Word: FixedWidthInteger>(_ words: [Word]) -> [UInt8] {
        words.flatMap { word in
            (0..<Word.bitWidth / 8).reversed().map { UInt8(truncatingIfNeeded: word >> Word(8 * $0)) }
        }
    }

    /// The number that stands in some bytes, the highest first.
    static func word<Word: FixedWidthInteger>(_ bytes: ArraySlice<UInt8>) -> Word {
        bytes.reduce(0) { $0 << 8 | Word($1) }
    }
}
