import EmbeddedFiles

/// Bytes of one catalog file that live as long as the program.
struct CatalogBytes: @unchecked Sendable {
    // Sendable although it is a pointer: what it points at is never changed and never freed.
    let bytes: UnsafeRawBufferPointer

    init(bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
    }

    /// A copy that is never freed.
    init(keeping content: [UInt8]) {
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: content.count, alignment: 1)
        copy.copyBytes(from: content)
        bytes = UnsafeRawBufferPointer(copy)
    }

    var count: Int { bytes.count }

    /// The byte at `offset`, or a line feed outside the file.
    subscript(offset: Int) -> UInt8 {
        bytes.indices.contains(offset) ? bytes[offset] : UInt8(ascii: "\n")
    }
}

/// The files of `catalog/` that the compiler put into the binary.
enum EmbeddedCatalog {
    /// The file at a path below `catalog/`; `nil` when there is none.
    static func file(_ path: String) -> CatalogBytes? {
        let wanted = Array("catalog/".utf8) + Array(path.utf8)
        var low = 0
        var high = embeddedFileCount()
        while low < high {
            let middle = low + (high - low) / 2
            let file = embeddedFile(middle)
            switch order(of: wanted, relativeTo: file.path) {
            case 0: return CatalogBytes(bytes: UnsafeRawBufferPointer(start: file.bytes, count: file.count))
            case ..<0: high = middle
            default: low = middle + 1
            }
        }
        return nil
    }

    /// Negative when `text` stands before the C string, positive when after it, 0 when they are equal.
    private static func order(of text: [UInt8], relativeTo other: UnsafePointer<CChar>) -> Int {
        for (position, byte) in text.enumerated() {
            let otherByte = UInt8(bitPattern: other[position])
            if byte != otherByte { return byte < otherByte ? -1 : 1 }
        }
        return other[text.count] == 0 ? 0 : -1
    }

    /// The names, without `.tsv`, of the files in a folder below `catalog/`, sorted.
    static func names(in folder: String) -> [String] {
        let prefix = "catalog/" + folder + "/"
        return (0..<embeddedFileCount()).compactMap { index in
            let path = String(cString: embeddedFile(index).path)
            guard path.hasPrefix(prefix), path.hasSuffix(".tsv") else { return nil }
            return String(path.dropFirst(prefix.count).dropLast(4))
        }
    }
}
