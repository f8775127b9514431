/// What a run tells its caller; a higher trouble wins.
package enum ExitStatus: Int32, Sendable, Hashable {
    /// Nothing at or above the threshold.
    case success = 0
    /// Something to fix: a finding at or above the threshold, a failed test of a rule, a task that fits on no
    /// instance.
    case findings = 1
    /// The answer cannot be trusted: unreadable or malformed input, bad flags, bad configuration, a broken rule.
    case unreliable = 2
    /// The reader of the output went away; what a shell reports for SIGPIPE.
    case brokenPipe = 141
}
