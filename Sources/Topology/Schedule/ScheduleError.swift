/// Why a schedule cannot be read.
struct ScheduleError: Error, Hashable {
    /// For people, without a full stop.
    let message: String
}
