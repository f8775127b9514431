import Text

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

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
    ///
    /// - Parameter takesPipes: a pipe or a terminal is read to its end as well; otherwise only ordinary files are.
    static func contents(of path: String, limit: Int, takesPipes: Bool = false) throws(FileError) -> [UInt8] {
        let descriptor = try descriptor(of: path, takesPipes: takesPipes)
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
    ///
    /// Opening a pipe or a device may wait for ever, so that it is looked at before anything waits.
    static func descriptor(of path: String, takesPipes: Bool = false) throws(FileError) -> Int32 {
        let name = PathText.cString(path)
        let descriptor = open(name, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard descriptor >= 0 else { throw FileError(path: path, errorNumber: errno) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            let number = errno
            close(descriptor)
            throw FileError(path: path, errorNumber: number)
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG, S_IFDIR: return descriptor
        default:
            close(descriptor)
            guard takesPipes else { throw FileError(path: path, kind: .notOrdinary) }
            // Again, and this time waiting for whoever writes.
            let waiting = open(name, O_RDONLY | O_CLOEXEC | O_NOCTTY)
            guard waiting >= 0 else { throw FileError(path: path, errorNumber: errno) }
            return waiting
        }
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
