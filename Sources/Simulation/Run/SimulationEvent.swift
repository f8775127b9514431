/// What happened, for comparison with the reference.
package enum SimulationEvent: Hashable, Sendable {
    case taken(message: Int, task: Int)
    case deleted(Int)
    case shown(Int)
    case expired(Int)
    case deadLettered(Int)
    case ready(task: Int)
    case stopped(task: Int)
    case scaled(from: Int, to: Int, policy: Int?)
    case sampled(visible: Int, inFlight: Int, running: Int)
}
