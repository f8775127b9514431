import InstanceCatalog
import Simulation
import Workspace

/// How figures of simulations are written.
enum SimulationFigures {
    /// Seconds for people: `48 s`, `12 min`, `3.5 h`.
    static func time(_ seconds: Double) -> String {
        switch seconds {
        case ..<10: "\(decimal(seconds, places: seconds == seconds.rounded() ? 0 : 1)) s"
        case ..<600: "\(decimal(seconds, places: 0)) s"
        case ..<36_000: "\(decimal(seconds / 60, places: 0)) min"
        default: "\(decimal(seconds / 3_600, places: 1)) h"
        }
    }

    static func decimal(_ value: Double, places: Int) -> String {
        exact(value, places: places).text(minimumPlaces: 0, maximumPlaces: places)
    }

    /// A figure of a simulation with so many places, for JSON and tables.
    static func exact(_ value: Double, places: Int) -> Decimal {
        var scale = 1
        for _ in 0..<places { scale *= 10 }
        let scaled = (value * Double(scale)).rounded()
        guard scaled.magnitude < 1e15 else { return .zero }
        return Decimal(Int(scaled)).divided(by: scale) ?? .zero
    }

    /// A moment of a simulation: `8 min`, `1 h 5 min`, `2 d 3 h`.
    static func moment(_ milliseconds: Int) -> String {
        let seconds = milliseconds / 1_000
        let (days, hours, minutes) = (seconds / 86_400, seconds / 3_600 % 24, seconds / 60 % 60)
        if days > 0 { return "\(days) d \(hours) h \(minutes) min" }
        if hours > 0 { return "\(hours) h \(minutes) min" }
        guard minutes > 0 else { return "\(seconds) s" }
        return seconds % 60 == 0 ? "\(minutes) min" : "\(minutes) min \(seconds % 60) s"
    }

    /// The verdict with the figures that it rests on.
    static func verdict(_ service: ServiceSimulation) -> String {
        let result = service.result
        let wait = result.waits.map { time($0.percentile95) }
        let goal = service.goalMilliseconds.map { ", goal \(time(Double($0) / 1_000))" } ?? ""
        let tasks =
            result.fewestTasks == result.mostTasks
            ? "\(result.mostTasks) tasks" : "\(result.fewestTasks) to \(result.mostTasks) tasks"
        let money = monthly(service).map { "; \($0.text(places: 2)) USD a month" } ?? ""
        switch service.verdict {
        case .keepsUp: return "keeps up: p95 wait \(wait ?? "unknown")\(goal); \(tasks)\(money)"
        case .missesGoal: return "misses its goal: p95 wait \(wait ?? "unknown")\(goal); \(tasks)\(money)"
        case .neverStarts: return "never starts: no task runs and \(result.waitingAtEnd) messages wait at the end"
        case .neverEmpties:
            return "never empties: \(result.setup.scaling.maximum) tasks are the maximum, the load needs \(service.neededTasks)"
        case .fallsBehind:
            return "falls behind: \(result.waitingAtEnd) messages wait at the end, and their number grows; \(tasks)\(money)"
        }
    }

    /// The cost of the run, stretched to a month of 730 hours.
    static func monthly(_ service: ServiceSimulation) -> Decimal? {
        service.cost.flatMap { ($0 * (730 * 3_600_000)).divided(by: max(1, service.result.setup.duration)) }
    }
}
