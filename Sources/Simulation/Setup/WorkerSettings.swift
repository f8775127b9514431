/// How a task works, in milliseconds.
package struct WorkerSettings: Hashable, Sendable {
    /// Messages of one receive, handled one after another.
    package var batch = 1
    /// Receives that a task handles side by side.
    package var concurrency = 1
    /// From the decision to start a task until it receives.
    package var start = 60_000
    /// From SIGTERM to SIGKILL. A worker takes no more messages after SIGTERM and goes on with those that it has.
    package var stopTimeout = 30_000
    /// A stopping task finishes what it works on, whatever time that takes; and those that are done first are stopped.
    package var drains = false
    /// Messages of a million that are received and not deleted.
    package var failuresPerMillion = 0

    /// Creates a worker with one message at a time.
    package init() {}
}
