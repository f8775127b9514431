#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

import Workspace

extension ExitStatus {
    /// Ends the program at once: what is still in memory is not taken apart, which costs more than the run's last report.
    func end() -> Never { Self.end(with: rawValue) }

    /// Ends the program with a code that the argument parser chose.
    static func end(with code: Int32) -> Never { exit(code) }
}
