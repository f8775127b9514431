/// Reads a file, or standard input, piece by piece.
final class FileStream {
    private let path: String
    private let descriptor: Int32
    private static let pieceLength = 256 << 10

    /// - Parameter path: `-` is standard input.
    init(_ path: String) throws(FileError) {
        self.path = path
        descriptor = path == "-" ? 0 : try Platform.descriptor(of: path)
    }

    deinit {
        if descriptor > 0 { Platform.release(descriptor) }
    }

    /// The bytes that follow; none at the end.
    func next() throws(FileError) -> [UInt8] {
        try Platform.nextBytes(of: descriptor, path: path, count: Self.pieceLength)
    }
}
