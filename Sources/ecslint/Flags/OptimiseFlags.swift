import ArgumentParser
import Capacity

/// The flags of `ecslint cost --optimise`.
struct OptimiseFlags: ParsableArguments {
    /// What a fleet may have to survive.
    enum Loss: String, ExpressibleByArgument, CaseIterable {
        case zone
    }

    @Flag(
        name: [.customLong("optimise"), .customLong("optimize")],
        help: "The cheapest fleet over all types of the region and Fargate, with a lower bound that proves it.")
    var optimise = false

    @Option(help: "With --optimise: the loss of one of the --zones leaves room for every task.")
    var survive: Loss?

    @Option(
        parsing: .unconditional, help: "With --optimise: the share of the tasks that may run on Spot, in percent; default 0.",
        transform: CostArgument.percentage)
    var spotAtMost: Int?

    @Option(help: "With --optimise: vCPUs of an instance, MIN:MAX; an end may be left out.", transform: Self.bounds)
    var vcpus: InstanceTypeFilter.Bounds?

    @Option(
        help: "With --optimise: memory of an instance, MIN:MAX such as 4GiB:64GiB; an end may be left out.",
        transform: Self.memoryBounds)
    var instanceMemory: InstanceTypeFilter.Bounds?

    @Option(
        help: "With --optimise: types to take, with commas; * stands for any characters: c7g.*,m7g.*.", transform: Self.patterns)
    var allow: [[String]] = []

    @Option(help: "With --optimise: types to leave out, with commas: *.metal,x*.", transform: Self.patterns)
    var deny: [[String]] = []

    func validate() throws {
        let given: [(String, Bool)] = [
            ("--survive", survive != nil), ("--spot-at-most", spotAtMost != nil), ("--vcpus", vcpus != nil),
            ("--instance-memory", instanceMemory != nil), ("--allow", !allow.isEmpty), ("--deny", !deny.isEmpty),
        ]
        if !optimise, let first = given.first(where: \.1) { throw ValidationError("\(first.0) goes with --optimise.") }
        if let spotAtMost, !(0...100).contains(spotAtMost) {
            throw ValidationError("--spot-at-most is 0 to 100, not \(spotAtMost).")
        }
    }

    /// What the fleet has to keep; `nil` where no fleet is asked for.
    ///
    /// - Parameters:
    ///   - zones: the zones that the command line names.
    ///   - types: the instance types that it names.
    func rules(zones: Int, types: [String]) throws -> FleetRules? {
        guard optimise else { return nil }
        var rules = FleetRules()
        if survive == .zone {
            guard zones > 1 else { throw CommandFailure("--survive zone needs the number of zones, such as --zones 3.") }
            rules.survivedZones = zones
        }
        rules.spotAtMostPercent = spotAtMost ?? 0
        rules.filter.vcpus = vcpus ?? rules.filter.vcpus
        rules.filter.memoryMiB = instanceMemory ?? rules.filter.memoryMiB
        rules.filter.allowed = allow.flatMap { $0 } + types
        rules.filter.excluded += deny.flatMap { $0 }
        return rules
    }

    // MARK: - Values

    private static func patterns(_ text: String) throws -> [String] { try CostArgument.instanceTypes(text) }

    private static func bounds(_ text: String) throws -> InstanceTypeFilter.Bounds {
        try bounds(text, form: "MIN:MAX such as 2:16") { Int($0).flatMap { $0 > 0 ? $0 : nil } }
    }

    private static func memoryBounds(_ text: String) throws -> InstanceTypeFilter.Bounds {
        try bounds(text, form: "MIN:MAX such as 4GiB:64GiB") { try? TaskQuantity.memoryMiB(String($0)) }
    }

    private static func bounds(
        _ text: String, form: String, _ value: (Substring) -> Int?
    ) throws -> InstanceTypeFilter.Bounds {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        let values = parts.map { $0.isEmpty ? nil : value($0) }
        let isRead = zip(parts, values).allSatisfy { $0.isEmpty || $1 != nil }
        guard parts.count == 2, isRead, values.contains(where: { $0 != nil }) else { throw ValidationError("Write \(form).") }
        if let least = values[0], let most = values[1], least > most { throw ValidationError("\(text) starts above its end.") }
        return InstanceTypeFilter.Bounds(least: values[0], most: values[1])
    }
}
