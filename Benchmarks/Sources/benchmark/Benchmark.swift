/// Measures the reader.
@main
struct Benchmark {
    private static let usage = """
        usage: benchmark speed [--rounds N] FOLDER|FILE ...   bytes a second, paired with libyaml's bare loop in C
               benchmark memory FILE                          the process's peak against the file's size
               benchmark generate yaml|json|plan MEGABYTES    a large template, or Terraform plan, on standard output
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
            for path in arguments { try MemoryMeasurement.run(path) }
        case "generate":
            guard let format = arguments.popFirst(), let size = arguments.popFirst().flatMap({ Int($0) }) else {
                return print(usage)
            }
            if format == "plan" {
                LargePlan.write(megabytes: size)
            } else {
                LargeTemplate.write(asJSON: format == "json", megabytes: size)
            }
        default:
            print(usage)
        }
    }
}
