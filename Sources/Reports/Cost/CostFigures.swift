import Capacity
import InstanceCatalog

/// Figures as people read them; what is unknown is a dash in tables.
enum CostFigures {
    static let unknown = "-"

    /// US dollars of a month: two decimals, thousands in groups.
    static func money(_ value: Decimal?) -> String {
        value.map { $0.text(places: 2, grouped: true) } ?? unknown
    }

    /// US dollars of an hour: at least four decimals, at most six.
    static func hourly(_ value: Decimal?) -> String {
        value.map { $0.text(minimumPlaces: 4, maximumPlaces: 6) } ?? unknown
    }

    /// US dollars for one task: four decimals, since a task may cost little.
    static func perTask(_ value: Decimal?) -> String {
        value.map { $0.text(places: 4, grouped: true) } ?? unknown
    }

    /// US dollars for a million messages: four decimals for little money, two for much.
    static func perMillion(_ value: Decimal) -> String {
        value < 100 ? perTask(value) : money(value)
    }

    static func percent(_ value: Decimal?) -> String {
        value.map { $0.text(places: 0) + " %" } ?? unknown
    }

    static func count(_ value: Int?) -> String {
        value.map { Decimal($0).text(places: 0, grouped: true) } ?? unknown
    }

    /// What limits the tasks of an instance, in words.
    static func name(of dimension: PlacementDimension?) -> String {
        switch dimension {
        case .memory: "memory"
        case .cpu: "CPU"
        case .networkInterfaces: "interfaces"
        case .gpu: "GPUs"
        case .ports: "host ports"
        case .distinctInstance: "distinctInstance"
        case nil: unknown
        }
    }

    /// `1 instance`, `6 instances`.
    static func instances(_ number: Int) -> String {
        number == 1 ? "1 instance" : count(number) + " instances"
    }

    /// `1 task`, `6 tasks`.
    static func tasks(_ number: Int) -> String {
        number == 1 ? "1 task" : count(number) + " tasks"
    }
}
