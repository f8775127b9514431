import ArgumentParser
import Reports
import Workspace

/// How to tell the result.
struct ReportFlags: ParsableArguments {
    enum Color: String, ExpressibleByArgument, CaseIterable {
        case auto
        case always
        case never
    }

    @Option(help: "How to write the result; repeatable, each with an --output of its own.")
    var format: [ReportFormat] = []

    @Option(
        help: ArgumentHelp("The file to write to; without it standard output.", valueName: "file"), completion: .file())
    var output: [String] = []

    @Option(help: "Colour; auto: on a terminal, unless NO_COLOR is set.")
    var color: Color = .auto

    @Flag(help: "List what could not be decided, with the reasons.")
    var showUndecided = false

    @Flag(help: "List what suppressions and the baseline took away.")
    var showSuppressed = false

    @Flag(name: .shortAndLong, help: "Leave out the last line, which counts.")
    var quiet = false

    @Flag(help: "Count the findings of each rule.")
    var statistics = false

    /// Which report goes where.
    func plan(arguments: [String]) throws -> ReportPlan {
        try ReportPlan(formats: format, outputs: output, arguments: arguments)
    }

    var textOptions: TextReport.Options {
        var options = TextReport.Options()
        options.showsUndecided = showUndecided
        options.showsSuppressed = showSuppressed
        options.isQuiet = quiet
        options.showsStatistics = statistics
        return options
    }

    func isColored(onStandardOutput: Bool) -> Bool {
        switch color {
        case .always: true
        case .never: false
        case .auto: onStandardOutput && Terminal.prefersColor
        }
    }
}

extension ReportFormat: ExpressibleByArgument {}
