/// How a simulation ended; raw values are those of the reports.
package enum SimulationVerdict: String, Sendable {
    case keepsUp = "keeps-up"
    case missesGoal = "misses-goal"
    case fallsBehind = "falls-behind"
    case neverStarts = "never-starts"
    case neverEmpties = "never-empties"
}
