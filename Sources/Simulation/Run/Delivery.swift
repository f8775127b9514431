/// A message that a task works on or holds for the time after.
struct Delivery {
    let message: Int
    /// How often it was received, this time included: its receipt.
    let receives: Int
    let task: Int
    let taken: Int
    let start: Int
    let end: Int
    let fails: Bool
    /// The last of its receive: with it the worker is free.
    let isLast: Bool
}
