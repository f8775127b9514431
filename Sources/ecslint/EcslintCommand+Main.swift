import ArgumentParser
import Glibc
import Reports
import Workspace

extension EcslintCommand {
    /// Runs the command that was named; whatever was asked for wrongly ends with 2, as scripts expect.
    static func main() {
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch let code as ExitCode {
            Glibc.exit(code.rawValue)
        } catch let error as ConfigurationError {
            FileWriter().writeToStandardError(TextReport(LintResult(diagnostics: error.diagnostics)).troubleLines)
            Glibc.exit(ExitStatus.unreliable.rawValue)
        } catch FileWriter.StandardOutputError.readerGone {
            Glibc.exit(ExitStatus.brokenPipe.rawValue)
        } catch where exitCode(for: error) == .success {
            exit(withError: error)
        } catch {
            FileWriter().writeToStandardError(fullMessage(for: error) + "\n")
            Glibc.exit(ExitStatus.unreliable.rawValue)
        }
    }
}
