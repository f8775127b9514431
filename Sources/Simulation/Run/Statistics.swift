/// What a run is summed up from.
struct Statistics {
    /// Of the deleted messages, from being sent to the beginning of the work, in milliseconds.
    var waits: [Int32] = []
    var lost = 0
    /// Time that tasks were there, starting and stopping included.
    var taskMilliseconds = 0
    var actions: [ScalingAction] = []
    private(set) var samples: [QueueSample] = []
    private(set) var oldestAgeSeconds = 0
    private var desiredMilliseconds = 0
    private var desiredSince = 0
    private(set) var fewestDesired: Int?
    private(set) var mostDesired: Int?

    mutating func add(_ sample: QueueSample) {
        samples.append(sample)
        oldestAgeSeconds = max(oldestAgeSeconds, sample.oldestAgeSeconds)
    }

    mutating func desiredChanges(to tasks: Int, from before: Int, at time: Int) {
        desiredMilliseconds += before * (time - desiredSince)
        desiredSince = time
        see(before)
        see(tasks)
    }

    private mutating func see(_ desired: Int) {
        fewestDesired = min(fewestDesired ?? desired, desired)
        mostDesired = max(mostDesired ?? desired, desired)
    }

    mutating func close(at time: Int, _ fleet: Fleet) {
        desiredChanges(to: fleet.desired, from: fleet.desired, at: time)
        for begun in fleet.openBeginnings { taskMilliseconds += time - begun }
    }

    func meanDesired(over duration: Int) -> Double { Double(desiredMilliseconds) / Double(max(1, duration)) }
}
