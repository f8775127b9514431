import Glibc
import Text

/// The operating system's calls, in one place: everything else is portable Swift.
enum Platform {
    /// What stands at a path.
    enum EntryKind {
        case file
        case folder
        /// A symbolic link, asked for without following it.
        case link
        /// A pipe, a device, a socket.
        case special
    }

    /// What stands at `path`; `nil` when nothing does or it may not be seen.
    static func kind(of path: String, followingLinks: Bool) -> EntryKind? {
        var status = stat()
        let name = PathText.cString(path)
        let result = followingLinks ? stat(name, &status) : lstat(name, &status)
        guard result == 0 else { return nil }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .file
        case S_IFDIR: return .folder
        case S_IFLNK: return .link
        default: return .special
        }
    }

    /// The names in a folder, sorted by their bytes, without `.` and `..`.
    static func names(inFolder path: String) throws(FileError) -> [String] {
        guard let folder = opendir(PathText.cString(path)) else { throw FileError(path: path, errorNumber: errno) }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { PathText.text(ofCString: $0) }
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// The bytes of a file of at most `limit` bytes.
    static func contents(of path: String, limit: Int) throws(FileError) -> [UInt8] {
        let descriptor = open(PathText.cString(path), O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError(path: path, errorNumber: errno) }
        defer { close(descriptor) }
        return try contents(of: descriptor, path: path, limit: limit)
    }

    /// The bytes that a descriptor still holds, at most `limit`.
    static func contents(of descriptor: Int32, path: String, limit: Int) throws(FileError) -> [UInt8] {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw FileError(path: path, errorNumber: errno) }
        if status.st_mode & S_IFMT == S_IFDIR { throw FileError(path: path, kind: .isFolder) }
        let isFile = status.st_mode & S_IFMT == S_IFREG
        if isFile && status.st_size > limit { throw FileError(path: path, kind: .tooLarge(limit: limit)) }
        // One byte more than the file holds, so that the first piece also sees its end.
        var wanted = isFile ? Int(status.st_size) + 1 : pieceLength
        var bytes = try nextBytes(of: descriptor, path: path, count: wanted)
        var length = bytes.count
        while length == wanted, bytes.count <= limit {
            wanted = pieceLength
            let more = try nextBytes(of: descriptor, path: path, count: wanted)
            length = more.count
            bytes += more
        }
        guard bytes.count <= limit else { throw FileError(path: path, kind: .tooLarge(limit: limit)) }
        return bytes
    }

    private static let pieceLength = 64 << 10

    /// A descriptor to read a file from; whoever asks for it closes it.
    static func descriptor(of path: String) throws(FileError) -> Int32 {
        let descriptor = open(PathText.cString(path), O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError(path: path, errorNumber: errno) }
        return descriptor
    }

    /// The next bytes of a descriptor: `count` of them, or as many as there are up to its end.
    ///
    /// Read to where they stay: a file of 100 MB is in memory once.
    static func nextBytes(of descriptor: Int32, path: String, count: Int) throws(FileError) -> [UInt8] {
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < buffer.count {
                let length = read(descriptor, buffer.baseAddress.map { $0 + filled }, buffer.count - filled)
                if length > 0 { filled += length }
                if length == 0 { break }
                if length < 0, errno != EINTR {
                    failure = errno
                    break
                }
            }
        }
        if failure != 0 { throw FileError(path: path, errorNumber: failure) }
        return bytes
    }

    static func release(_ descriptor: Int32) { _ = close(descriptor) }

    /// Replaces a file at once: whoever reads it sees the old content or the new one.
    static func replace(_ path: String, with bytes: [UInt8]) throws(FileError) {
        // A link stays one: what it leads to is replaced.
        let target = realPath(path) ?? path
        let draft = target + ".new"
        try write(bytes, to: draft)
        guard rename(PathText.cString(draft), PathText.cString(target)) == 0 else {
            let number = errno
            unlink(PathText.cString(draft))
            throw FileError(path: path, errorNumber: number)
        }
    }

    /// Replaces a file's content.
    static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
        let descriptor = open(PathText.cString(path), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw FileError(path: path, errorNumber: errno) }
        defer { close(descriptor) }
        if let number = write(bytes, to: descriptor) { throw FileError(path: path, errorNumber: number) }
    }

    /// Writes a file that must not be there yet, not even as a link that leads nowhere.
    static func create(_ path: String, with bytes: [UInt8]) throws(FileError) {
        let descriptor = open(PathText.cString(path), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw FileError(path: path, errorNumber: errno) }
        defer { close(descriptor) }
        if let number = write(bytes, to: descriptor) { throw FileError(path: path, errorNumber: number) }
    }

    /// Writes everything; the error number when that failed.
    static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
        bytes.withUnsafeBytes { buffer in
            var offset = 0
            while offset < buffer.count {
                let count = Glibc.write(descriptor, buffer.baseAddress.map { $0 + offset }, buffer.count - offset)
                if count < 0 {
                    if errno == EINTR { continue }
                    return errno
                }
                offset += count
            }
            return nil
        }
    }

    /// Makes a folder and those that it stands in; one that is there already is fine.
    static func makeFolder(_ path: String) throws(FileError) {
        var made = PathName.isAbsolute(path) ? "" : "."
        for part in PathName.tidy(path).split(separator: "/") {
            made += "/" + part
            if mkdir(PathText.cString(made), 0o777) != 0, errno != EEXIST { throw FileError(path: path, errorNumber: errno) }
        }
        guard kind(of: path, followingLinks: true) == .folder else { throw FileError(path: path, errorNumber: ENOTDIR) }
    }

    static func remove(_ path: String) throws(FileError) {
        guard unlink(PathText.cString(path)) == 0 else { throw FileError(path: path, errorNumber: errno) }
    }

    static let brokenPipe: Int32 = EPIPE

    static var workingFolder: String {
        guard let buffer = getcwd(nil, 0) else { return "/" }
        defer { free(buffer) }
        return PathText.text(ofCString: buffer)
    }

    /// The full path without links; `nil` when nothing stands there.
    static func realPath(_ path: String) -> String? {
        guard let buffer = realpath(PathText.cString(path), nil) else { return nil }
        defer { free(buffer) }
        return PathText.text(ofCString: buffer)
    }

    static func environment(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }

    /// What the program was called with, its own name left out; paths keep bytes that are no UTF-8.
    static var arguments: [String] {
        (1..<max(1, Int(CommandLine.argc))).compactMap { index in
            CommandLine.unsafeArgv[index].map { PathText.text(ofCString: $0) }
        }
    }

    static var secondsSinceEpoch: Int { time(nil) }

    static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

    static var processorCount: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

    static func description(ofErrorNumber number: Int32) -> String {
        var buffer = [CChar](repeating: 0, count: 256)
        guard strerror_r(number, &buffer, buffer.count) == 0 else { return "error \(number)" }
        return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
