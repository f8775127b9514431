import ArgumentParser
import Reports
import Workspace

extension EcslintCommand {
    /// Runs the command that was named; whatever was asked for wrongly ends with 2, as scripts expect.
    static func main() {
        do {
            var command = try parseAsRoot(Terminal.arguments)
            try command.run()
        } catch let code as ExitCode {
            ExitStatus.end(with: code.rawValue)
        } catch let error as ConfigurationError {
            FileWriter().writeToStandardError(text(of: error))
            ExitStatus.unreliable.end()
        } catch FileWriter.StandardOutputError.readerGone {
            ExitStatus.brokenPipe.end()
        } catch  where exitCode(for: error) == .success {
            exit(withError: error)
        } catch {
            FileWriter().writeToStandardError(fullMessage(for: error).inertLines + "\n")
            ExitStatus.unreliable.end()
        }
    }

    /// The mistakes with their lines and what to do about them, as a lint shows them.
    private static func text(of error: ConfigurationError) -> String {
        var trouble = LintResult(diagnostics: error.diagnostics)
        trouble.sources.add(linesOf: error.diagnostics)
        var options = TextReport.Options()
        options.isQuiet = true
        return TextReport(trouble, options: options).text
    }
}
