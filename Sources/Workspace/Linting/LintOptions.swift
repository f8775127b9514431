/// What a command line says of rules and findings, beside the templates; what is `nil` or empty leaves the word to the
/// configuration.
package struct LintOptions: Sendable {
    /// The templates to check.
    package var project = ProjectOptions()
    /// Folders of rules, added to those of the configuration.
    package var ruleFolders: [String] = []
    /// Ids, names or prefixes of the rules that run, in place of the configuration's.
    package var select: [String] = []
    /// Added to what the configuration ignores.
    package var ignore: [String] = []
    /// The lowest severity that makes the run fail; `nil` takes the configuration's.
    package var failOn: FailureThreshold?
    /// A baseline to take instead of the configuration's.
    package var baselinePath: String?
    /// The baseline is about to be written, so it need not be there.
    package var writesBaseline = false

    /// Creates the options of a command line without arguments.
    package init() {}
}
