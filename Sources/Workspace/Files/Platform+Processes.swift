import Text

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Other programs and temporary folders.
extension Platform {
    /// What a program wrote and how it ended.
    struct ProcessResult {
        let status: Int32
        let output: [UInt8]
        let errors: [UInt8]
    }

    /// Runs a program of the PATH to its end; `nil` when it cannot be started.
    ///
    /// Files instead of pipes: nothing has to be drained while the program runs, whatever the amount.
    static func run(_ arguments: [String], input: [UInt8] = []) -> ProcessResult? {
        guard let inputFile = scratchFile(), let outputFile = scratchFile(), let errorFile = scratchFile() else { return nil }
        defer { for file in [inputFile, outputFile, errorFile] { close(file) } }
        guard write(input, to: inputFile) == nil, lseek(inputFile, 0, SEEK_SET) == 0 else { return nil }
        guard let child = spawn(arguments, streams: [inputFile, outputFile, errorFile]) else { return nil }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0 { if errno != EINTR { return nil } }
        // A signal's number above 128, as shells tell it.
        let code = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
        guard let output = rewound(outputFile), let errors = rewound(errorFile) else { return nil }
        return ProcessResult(status: code, output: output, errors: errors)
    }

    private static func spawn(_ arguments: [String], streams: [Int32]) -> pid_t? {
        #if canImport(Darwin)
            // A pointer there, which the call below fills in.
            var actions: posix_spawn_file_actions_t?
            let variables = _NSGetEnviron().pointee
        #else
            var actions = posix_spawn_file_actions_t()
            let variables = environ
        #endif
        guard posix_spawn_file_actions_init(&actions) == 0 else { return nil }
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (target, stream) in streams.enumerated() { posix_spawn_file_actions_adddup2(&actions, stream, Int32(target)) }
        let words = arguments.map { strdup(PathText.cString($0)) }
        defer { for word in words { free(word) } }
        guard let program = words.first ?? nil else { return nil }
        var child: pid_t = 0
        return posix_spawnp(&child, program, &actions, nil, words + [nil], variables) == 0 ? child : nil
    }

    /// A new name in the folder for temporary files: `mkstemp` and `mkdtemp` put letters of their own in place of the six X.
    private static var temporaryNamePattern: String { PathName.join(temporaryFolder, "ecslint-XXXXXX") }

    /// An open file without a name, which is gone when it is closed.
    private static func scratchFile() -> Int32? {
        var path = PathText.cString(temporaryNamePattern)
        let descriptor = mkstemp(&path)
        guard descriptor >= 0 else { return nil }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        unlink(path)
        return descriptor
    }

    private static func rewound(_ descriptor: Int32) -> [UInt8]? {
        guard lseek(descriptor, 0, SEEK_SET) == 0 else { return nil }
        return try? contents(of: descriptor, path: "", limit: 1 << 30)
    }

    private static var temporaryFolder: String {
        environment("TMPDIR").flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
    }

    /// Makes a folder that nobody else may look into.
    static func makeTemporaryFolder() throws(FileError) -> String {
        let path = temporaryNamePattern
        var template = PathText.cString(path)
        guard mkdtemp(&template) != nil else { throw FileError(path: path, errorNumber: errno) }
        return PathText.text(ofCString: template)
    }

    /// Removes a folder with everything in it, as far as it can; links are removed and not followed.
    static func removeTree(_ path: String) {
        var pending = [path]
        var folders: [String] = []
        while let current = pending.popLast() {
            if kind(of: current, followingLinks: false) == .folder {
                folders.append(current)
                pending += ((try? names(inFolder: current)) ?? []).map { PathName.join(current, $0) }
            } else {
                unlink(PathText.cString(current))
            }
        }
        for folder in folders.reversed() { rmdir(PathText.cString(folder)) }
    }

    /// Makes a folder the working one for the time of `body`. The working folder is the whole program's: nothing else may run
    /// meanwhile.
    static func within<Result, Failure: Error>(
        _ folder: String, _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result? {
        let before = workingFolder
        guard chdir(PathText.cString(folder)) == 0 else { return nil }
        defer { _ = chdir(PathText.cString(before)) }
        return try body()
    }
}
