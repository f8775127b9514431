import Capacity
import Topology

/// Reads what scheduled actions make of sizes within a week.
struct WeekReading {
    let reading: CostReading

    struct Bounds: Hashable {
        var minimum: Int?
        var maximum: Int?
    }

    private struct Action<Change> {
        let minute: Int
        let change: Change
    }

    /// The bounds of a scalable target from each minute of the week on at which an action changes them; empty where none does so
    /// every week.
    func bounds(ofTarget target: ObjectID, minimum: Int?, maximum: Int?) -> [WeekChange<Bounds>] {
        var actions: [Action<Bounds>] = []
        for action in reading.knownObjects(.scheduledActions, of: target) {
            guard let text = reading.knownText(.schedule, of: action),
                let minutes = WeeklyTimes.minutes(of: text, isRecurrence: false)
            else { continue }
            let change = Bounds(
                minimum: reading.knownNumber(.minCapacity, of: action), maximum: reading.knownNumber(.maxCapacity, of: action))
            actions += minutes.map { Action(minute: $0, change: change) }
        }
        return states(Bounds(minimum: minimum, maximum: maximum), actions) { state, change in
            state.minimum = change.minimum ?? state.minimum
            state.maximum = change.maximum ?? state.maximum
        }
    }

    /// The same of an Auto Scaling group's sizes.
    func sizes(ofGroup group: ObjectID, _ own: GroupSizes) -> [WeekChange<GroupSizes>] {
        var actions: [Action<GroupSizes>] = []
        for action in reading.knownObjects(.groupSchedules, of: group) {
            guard let text = reading.knownText(.recurrence, of: action),
                let minutes = WeeklyTimes.minutes(of: text, isRecurrence: true)
            else { continue }
            let change = GroupSizes(
                minimum: reading.knownNumber(.minSize, of: action), maximum: reading.knownNumber(.maxSize, of: action),
                desired: reading.knownNumber(.desiredCapacity, of: action))
            actions += minutes.map { Action(minute: $0, change: change) }
        }
        return states(own, actions) { state, change in
            state.minimum = change.minimum ?? state.minimum
            state.maximum = change.maximum ?? state.maximum
            // A group is pulled into its new bounds where the action says no number.
            state.desired = change.desired ?? state.desired.map { min(max($0, state.minimum ?? $0), state.maximum ?? $0) }
        }
    }

    /// Goes through the week twice, so that what Saturday leaves holds on Sunday.
    private func states<State>(
        _ own: State, _ actions: [Action<State>], _ apply: (inout State, State) -> Void
    ) -> [WeekChange<State>] {
        let sorted = actions.sorted { $0.minute < $1.minute }.prefix(Self.limit)
        var state = own
        var changes: [WeekChange<State>] = []
        for round in 0..<2 {
            for action in sorted {
                apply(&state, action.change)
                guard round == 1 else { continue }
                if changes.last?.minute == action.minute { changes.removeLast() }
                changes.append(WeekChange(minute: action.minute, value: state))
            }
        }
        return changes
    }

    /// Changes of a week that are followed.
    private static let limit = 200
}
