/// What CloudWatch gets to see at one moment.
package struct QueueSample: Hashable, Sendable {
    /// Milliseconds from the start.
    package let time: Int
    package let visible: Int
    package let inFlight: Int
    package let running: Int
    package let desired: Int
    /// Of the oldest message that is not deleted, in seconds.
    package let oldestAgeSeconds: Int
    /// Milliseconds since the sample before that receives of tasks were busy, all together.
    package let busyTime: Int
    /// Milliseconds since the sample before that they were there.
    package let workerTime: Int
    /// Messages that came so far.
    package let sent: Int
}
