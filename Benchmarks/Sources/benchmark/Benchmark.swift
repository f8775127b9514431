/// Measures the reader.
@main
struct Benchmark {
    private static let usage = """
        usage: benchmark speed [--rounds N] FOLDER|FILE ...   bytes a second, paired with libyaml's bare loop in C
               benchmark memory FILE                          how much the process's peak rises, in times the file's size
               benchmark memory --dense MEGABYTES             the same for texts with as many nodes as fit
               benchmark generate yaml|json MEGABYTES         a large template on standard output
               benchmark generate plan|pretty-plan MEGABYTES  a large Terraform plan, on one line or many
               benchmark generate complete-plan MEGABYTES     a plan with values, changes and configuration
               benchmark generate shared-role|subscriptions|aliases|functions|metrics|variables COUNT
                                                              a plan of so many resources that belong together
        """

    static func main() throws {
        var arguments = CommandLine.arguments.dropFirst()
        switch arguments.popFirst() {
        case "speed":
            var rounds = 15
            if arguments.first == "--rounds", let number = arguments.dropFirst().first.flatMap({ Int($0) }) {
                rounds = max(1, number)
                arguments = arguments.dropFirst(2)
            }
            for path in arguments { try SpeedMeasurement.run(path, rounds: rounds) }
        case "memory":
            if arguments.first == "--dense" {
                try MemoryMeasurement.runDense(megabytes: arguments.dropFirst().first.flatMap { Int($0) } ?? 20)
            } else {
                arguments.prefix(1).forEach(MemoryMeasurement.run)
            }
        case "dense":
            let numbers = arguments.compactMap { Int($0) }
            if numbers.count == 2 { MemoryMeasurement.runDense(number: numbers[0], megabytes: numbers[1]) }
        case "generate":
            guard let format = arguments.popFirst(), let size = arguments.popFirst().flatMap({ Int($0) }) else {
                return print(usage)
            }
            switch format {
            case "complete-plan": CompletePlan.write(megabytes: size)
            case "plan", "pretty-plan": LargePlan.write(pretty: format == "pretty-plan", megabytes: size)
            default:
                if let crowd = CrowdedPlan(rawValue: format) { return crowd.write(count: size) }
                LargeTemplate.write(asJSON: format == "json", megabytes: size)
            }
        default:
            print(usage)
        }
    }
}
