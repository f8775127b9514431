import ArgumentParser
import Reports
import Workspace

/// The reports of a run and where each one goes.
struct ReportPlan {
    struct Report {
        let format: ReportFormat
        /// `nil` for standard output.
        var path: String?
    }

    let reports: [Report]

    /// Pairs formats with files: an `--output` belongs to the `--format` before it, or to the one after it when none waits.
    ///
    /// - Parameter arguments: the command line, for the order of the two flags.
    init(formats: [ReportFormat], outputs: [String], arguments: [String]) throws {
        var formats = formats[...]
        var outputs = outputs[...]
        var reports: [Report] = []
        var waitingPaths: [String] = []
        for flag in Self.flagOrder(arguments) {
            if flag == "--format", let format = formats.popFirst() {
                reports.append(Report(format: format, path: waitingPaths.isEmpty ? nil : waitingPaths.removeFirst()))
            } else if flag == "--output", let path = outputs.popFirst() {
                if let last = reports.indices.last, reports[last].path == nil {
                    reports[last].path = path
                } else {
                    waitingPaths.append(path)
                }
            }
        }
        if reports.isEmpty {
            reports = [Report(format: .text, path: waitingPaths.isEmpty ? nil : waitingPaths.removeFirst())]
        }
        guard waitingPaths.isEmpty else {
            throw CommandFailure("--output \(waitingPaths[0]) needs a --format of its own.")
        }
        guard reports.count(where: { $0.path == nil }) < 2 else {
            throw CommandFailure("Only one --format can go to standard output; give the others an --output.")
        }
        self.reports = reports
    }

    /// Writes every report that can be written.
    ///
    /// - Throws: afterwards, for the first that cannot.
    func write(_ result: LintResult, flags: ReportFlags) throws -> ExitStatus {
        let writer = FileWriter()
        var failure: CommandFailure?
        for report in reports {
            let text = report.format.text(of: result, flags: flags, onStandardOutput: report.path == nil)
            guard let path = report.path else {
                try writer.writeToStandardOutput(text, holdsCommands: report.format == .github)
                continue
            }
            do {
                try writer.write(text, to: path, holdsCommands: report.format == .github)
            } catch {
                failure = failure ?? CommandFailure("The report cannot be written to \(path): \(error.message).")
            }
        }
        if !reports.contains(where: { $0.format.isForPeople && $0.path == nil }) {
            writer.writeToStandardError(TextReport(result).troubleLines)
        }
        if let failure { throw failure }
        return result.exitStatus
    }

    private static func flagOrder(_ arguments: [String]) -> [String] {
        arguments.prefix { $0 != "--" }.compactMap { argument in
            ["--format", "--output"].first { argument == $0 || argument.hasPrefix($0 + "=") }
        }
    }
}

extension ReportFormat {
    fileprivate func text(of result: LintResult, flags: ReportFlags, onStandardOutput: Bool) -> String {
        switch self {
        case .text:
            var options = flags.textOptions
            options.style = flags.isColored(onStandardOutput: onStandardOutput) ? .colored : .plain
            return TextReport(result, options: options).text
        case .json: return JSONReport(result, showsSuppressed: flags.showSuppressed).text
        case .sarif:
            let rules = RuleCatalog.descriptions(for: result)
            return SARIFReport(result, rules: rules, showsSuppressed: flags.showSuppressed).text
        case .junit: return JUnitReport(result, day: Clock.today).text
        case .github: return GitHubReport(result).text
        case .gitlab: return GitLabReport(result).text
        case .markdown: return MarkdownReport(result).text
        }
    }
}
