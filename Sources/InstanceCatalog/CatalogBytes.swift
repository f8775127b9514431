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
        let file = embeddedFileAt("catalog/" + path)
        return file.path.pointee == 0 ? nil : CatalogBytes(bytes: UnsafeRawBufferPointer(start: file.bytes, count: file.count))
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
