/// An ECS task.
struct WorkerTask {
    enum State {
        case starting, running, stopping, stopped
    }

    var state: State
    /// Receives that it handles.
    var busy = 0
    /// When it was asked for, in milliseconds; it is paid for from then.
    let begun: Int
}
