import Foundation

/// What a program wrote and how it ended.
public struct ProgramRun: Sendable {
    public let status: Int32
    /// True when a signal ended it: a crash.
    public let isKilled: Bool
    public let output: String
    public let errors: String

    /// Runs a program to its end.
    ///
    /// - Parameters:
    ///   - folder: the working folder.
    ///   - input: what stands on its standard input.
    ///   - environment: the whole environment.
    public init(
        _ program: String, _ arguments: [String], in folder: String, input: String = "", environment: [String: String]
    ) throws {
        // Files instead of pipes: nothing to drain, whatever the amount.
        let files = try TemporaryFolder()
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.currentDirectoryURL = URL(filePath: folder)
        process.environment = environment
        process.standardInput = try FileHandle(
            forReadingFrom: URL(filePath: try files.write(input, to: "input")))
        let output = try files.write("", to: "output")
        let errors = try files.write("", to: "errors")
        process.standardOutput = try FileHandle(forWritingTo: URL(filePath: output))
        process.standardError = try FileHandle(forWritingTo: URL(filePath: errors))
        try process.run()
        process.waitUntilExit()
        status = process.terminationStatus
        isKilled = process.terminationReason == .uncaughtSignal
        self.output = String(decoding: try Data(contentsOf: URL(filePath: output)), as: UTF8.self)
        self.errors = String(decoding: try Data(contentsOf: URL(filePath: errors)), as: UTF8.self)
    }
}
