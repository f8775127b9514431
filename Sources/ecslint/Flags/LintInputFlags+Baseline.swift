import Reports
import Workspace

extension LintInputFlags {
    /// Writes the baseline where a flag asks for it, and says on standard error what became of it.
    ///
    /// A run with trouble writes nothing: what it did not see would be gone from the baseline.
    func updateBaseline(with result: inout LintResult) throws {
        guard writeBaseline || pruneBaseline else { return }
        guard result.exitStatus != .unreliable else { return }
        guard let outcome = result.baseline else {
            throw CommandFailure("--prune-baseline needs --baseline FILE, or a baseline in the configuration.")
        }
        let baseline = writeBaseline ? outcome.renewed : outcome.pruned
        do {
            try BaselineFile.write(BaselineText(baseline).text, to: outcome.path)
        } catch {
            throw CommandFailure("The baseline cannot be written to \(outcome.path): \(error.message).")
        }
        result.settle(baseline)
        let count = baseline.entries.count
        // Written without a name: the next run would not know of it.
        let isNamed = result.hasConfiguredBaseline || self.baseline != nil
        let hint = isNamed ? "" : "; runs compare with it when ecslint.yaml says `baseline: \(Baseline.usualName)`"
        FileWriter().writeToStandardError(
            "ecslint: \(outcome.path) holds \(count) \(count == 1 ? "finding" : "findings")\(hint)\n")
    }
}
