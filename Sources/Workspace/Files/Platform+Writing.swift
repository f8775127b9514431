import Text

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Files that are written: whole or not at all, and never through a link into another place.
extension Platform {
    /// Replaces a file's content at once: whoever reads it sees the old one or the new one.
    ///
    /// What is no ordinary file, as `/dev/stdout`, is written to as it is.
    static func replace(_ path: String, with bytes: [UInt8]) throws(FileError) {
        switch kind(of: path, followingLinks: true) {
        case .special: return try writeThrough(path, bytes)
        case .folder: throw FileError(path: path, kind: .isFolder)
        case .file, .link, nil: break
        }
        let target = try ownTarget(of: path)
        let (draft, descriptor) = try makeDraft(beside: target, for: path)
        var number = write(bytes, to: descriptor)
        var status = stat()
        if number == nil, stat(PathText.cString(target), &status) == 0 { fchmod(descriptor, status.st_mode & 0o7777) }
        if number == nil, fsync(descriptor) != 0, errno != EINVAL { number = errno }
        close(descriptor)
        if number == nil, rename(PathText.cString(draft), PathText.cString(target)) != 0 { number = errno }
        if let number {
            unlink(PathText.cString(draft))
            throw FileError(path: path, errorNumber: number)
        }
    }

    /// What is written in place of a path: a link stays one, but must not lead out of what its folder belongs to. Who proposes
    /// a change to a repository could otherwise have any file of the machine overwritten.
    private static func ownTarget(of path: String) throws(FileError) -> String {
        guard kind(of: path, followingLinks: false) == .link else { return path }
        guard let target = realPath(path) else { throw FileError(path: path, kind: .leadsOutside) }
        let folder = realPath(PathName.folder(of: PathName.absolute(path, workingFolder: workingFolder))) ?? "/"
        guard Reach(around: folder).holds(target) else { throw FileError(path: path, kind: .leadsOutside) }
        return target
    }

    /// A new file beside another, under a name that could not be foreseen.
    private static func makeDraft(beside target: String, for path: String) throws(FileError) -> (path: String, descriptor: Int32)
    {
        for _ in 0..<16 {
            let draft = target + "." + String(UInt64.random(in: 0...UInt64.max), radix: 36) + ".new"
            let descriptor = open(PathText.cString(draft), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
            if descriptor >= 0 { return (draft, descriptor) }
            guard errno == EEXIST else { throw FileError(path: path, errorNumber: errno) }
        }
        throw FileError(path: path, errorNumber: EEXIST)
    }

    /// A pipe without a reader is an error here, not a wait without an end.
    private static func writeThrough(_ path: String, _ bytes: [UInt8]) throws(FileError) {
        let descriptor = open(PathText.cString(path), O_WRONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
        guard descriptor >= 0 else { throw FileError(path: path, errorNumber: errno) }
        defer { close(descriptor) }
        _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) & ~O_NONBLOCK)
        if let number = write(bytes, to: descriptor) { throw FileError(path: path, errorNumber: number) }
    }

    /// Writes a file that must not be there yet, not even as a link that leads nowhere.
    static func create(_ path: String, with bytes: [UInt8]) throws(FileError) {
        let descriptor = open(PathText.cString(path), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw FileError(path: path, errorNumber: errno) }
        defer { close(descriptor) }
        if let number = write(bytes, to: descriptor) { throw FileError(path: path, errorNumber: number) }
    }

    /// Writes everything; the error number when that failed.
    static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
        bytes.withUnsafeBytes { buffer in
            var offset = 0
            while offset < buffer.count {
                let count = systemWrite(descriptor, buffer.baseAddress.map { $0 + offset }, buffer.count - offset)
                if count < 0 {
                    if errno == EINTR { continue }
                    return errno
                }
                offset += count
            }
            return nil
        }
    }
}

/// The system's `write`, which `Platform.write` hides within the type.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}
