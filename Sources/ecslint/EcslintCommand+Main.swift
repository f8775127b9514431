import ArgumentParser

extension EcslintCommand {
    /// Runs the command that was named; whatever was asked for wrongly ends with 2, as scripts expect.
    static func main() {
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch let code as ExitCode {
            Platform.exit(code.rawValue)
        } catch where exitCode(for: error) == .success {
            exit(withError: error)
        } catch {
            Platform.writeToStandardError(fullMessage(for: error) + "\n")
            Platform.exit(2)
        }
    }
}
