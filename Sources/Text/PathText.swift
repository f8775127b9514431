/// Paths as text. The file system's names are bytes and need be no UTF-8; a byte that is none stands in the text as a
/// character of its own, so that nothing is lost on the way there and back.
///
/// Texts compare by canonical equivalence in Swift, names of files by their bytes. Of a character that may make one text
/// equivalent to another the bytes are replaced too: `K.json` and the same with a Kelvin sign are two files.
///
/// The stand-ins are U+10FE80 to U+10FEFF, at the end of the last private plane; where a name really holds one of these, its
/// bytes are replaced as well, which keeps every name apart from every other.
package enum PathText {
    private static let base: UInt32 = 0x10FE00

    /// The byte that a character of a path stands for; `nil` for a character of its own.
    package static func byte(of scalar: Unicode.Scalar) -> UInt8? {
        guard (base + 0x80...base + 0xFF).contains(scalar.value) else { return nil }
        return UInt8(truncatingIfNeeded: scalar.value - base)
    }

    /// The text of a name of the file system.
    package static func text(of bytes: some Collection<UInt8>) -> String {
        var text = String.UnicodeScalarView()
        var rest = Array(bytes)[...]
        while let first = rest.first {
            if let scalar = scalar(at: rest.startIndex, of: rest), byte(of: scalar) == nil, !scalar.mayBeEquivalent {
                text.append(scalar)
                rest.removeFirst(UTF8.width(scalar))
            } else {
                text.append(standIn(first))
                rest.removeFirst()
            }
        }
        return String(text)
    }

    /// The text of a name that ends with a zero byte.
    package static func text(ofCString pointer: UnsafePointer<CChar>) -> String {
        var count = 0
        while pointer[count] != 0 { count += 1 }
        let bytes = UnsafeRawBufferPointer(start: pointer, count: count)
        return bytes.allSatisfy { $0 < 0x80 } ? String(decoding: bytes, as: UTF8.self) : text(of: bytes)
    }

    /// The bytes of a path for the system's calls, with a zero byte behind them.
    package static func cString(_ path: String) -> [CChar] {
        bytes(of: path).map { CChar(bitPattern: $0) } + [0]
    }

    /// The bytes of a path as the file system has them.
    package static func bytes(of path: String) -> [UInt8] {
        // Every stand-in begins with this byte.
        if !path.utf8.contains(0xF4) { return Array(path.utf8) }
        var bytes: [UInt8] = []
        for scalar in path.unicodeScalars {
            if let byte = byte(of: scalar) { bytes.append(byte) } else { bytes += UTF8.encode(scalar).map(Array.init) ?? [] }
        }
        return bytes
    }

    private static func standIn(_ byte: UInt8) -> Unicode.Scalar {
        // A byte below 0x80 is always a character of its own.
        Unicode.Scalar(base + UInt32(byte)) ?? "\u{FFFD}"
    }

    /// The character that begins at an index; `nil` when the bytes there are no UTF-8.
    private static func scalar(at index: Int, of bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
        var iterator = bytes[index...].makeIterator()
        var decoder = UTF8()
        guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return nil }
        return scalar
    }
}
