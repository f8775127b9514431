import Evaluation
#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif
import Rules
import Templates
import Topology
import YAMLBridge

/// Measures what rules cost: loading the built-in ones, and judging a template of 500 resources by 80 rules, each round
/// paired with the same template without rules.
///
/// Usage: `swift run -c release rules-benchmark`, or `rules-benchmark stages FILE [THREADS]` for what each stage of a lint takes
@main
struct RulesBenchmark {
    private static let rounds = 31
    private static let wantedRules = 80
    private static let wantedResources = 500

    static func main() throws {
        if CommandLine.arguments.contains("load") {
            for _ in 0..<2000 { _ = try RuleSet.load() }
            return
        }
        if (3...4).contains(CommandLine.arguments.count), CommandLine.arguments[1] == "stages" {
            let threads = CommandLine.arguments.count == 4 ? Int(CommandLine.arguments[3]) ?? 1 : 1
            return try StageMeasurement.run(CommandLine.arguments[2], threads: threads, processorTime: processorTime)
        }
        let loading = try (0..<rounds).map { _ in try milliseconds { _ = try RuleSet.load() } }
        let rules = try manyRules()
        let bytes = Array(template().utf8)
        var reading: [Double] = []
        var judging: [Double] = []
        var judgingTogether: [Double] = []
        var findings = 0
        for _ in 0..<rounds {
            var model: Model?
            reading.append(
                try milliseconds {
                    let workload = Workload.load([try Document.parse(bytes, path: "app.yaml")])
                    model = ModelBuilder().build(workload)
                })
            guard let model else { return }
            judging.append(try milliseconds { findings = try RuleEngine.evaluate(model, rules: rules).findings.count })
            let start = time(CLOCK_MONOTONIC)
            _ = try RuleEngine.evaluate(model, rules: rules, jobs: 2)
            judgingTogether.append(time(CLOCK_MONOTONIC) - start)
        }
        let count = try RuleSet.load().rules.count
        print("load \(count) built-in rules: \(summary(loading)) (first \(text(loading[0])))")
        print("\(wantedResources) resources, read and modelled without rules: \(summary(reading))")
        print("\(rules.rules.count) rules over them, compiled and judged: \(summary(judging)), \(findings) findings")
        print("the same on two threads, by the wall clock: \(summary(judgingTogether))")
    }

    /// The built-in rules again and again under other ids, until there are enough.
    private static func manyRules() throws -> RuleSet {
        let files = try RuleFiles.texts()
        var documents: [Document] = []
        for number in 0..<wantedRules {
            let text = files[number % files.count]
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
                if line.hasPrefix("id: ") { return "id: BENCH\(100 + number)" }
                return line.hasPrefix("name: ") ? "name: bench-\(number)" : String(line)
            }
            documents.append(try Document.parse(Array(lines.joined(separator: "\n").utf8), path: "\(number).yaml"))
        }
        return try RuleSet.load(documents, includesBuiltIn: false)
    }

    /// Systems of five resources: a queue with its dead-letter queue, a worker, its task, its scaling.
    private static func template() -> String {
        (0..<wantedResources / 5).reduce(into: "Resources:\n") { text, number in
            text += """
                  Jobs\(number):
                    Type: AWS::SQS::Queue
                    Properties:
                      VisibilityTimeout: \(60 + number)
                      RedrivePolicy: {deadLetterTargetArn: !GetAtt Failed\(number).Arn, maxReceiveCount: 5}
                  Failed\(number): {Type: AWS::SQS::Queue, Properties: {MessageRetentionPeriod: 1209600}}
                  Worker\(number):
                    Type: AWS::ECS::Service
                    Properties: {TaskDefinition: !Ref Task\(number), DesiredCount: 2, LaunchType: FARGATE}
                  Task\(number):
                    Type: AWS::ECS::TaskDefinition
                    Properties:
                      Cpu: 256
                      Memory: 512
                      RequiresCompatibilities: [FARGATE]
                      ContainerDefinitions:
                        - Name: worker
                          Environment:
                            - {Name: QUEUE_URL, Value: !Ref Jobs\(number)}
                            - {Name: PROCESSING_SECONDS, Value: "30"}
                  Range\(number):
                    Type: AWS::ApplicationAutoScaling::ScalableTarget
                    Properties:
                      ServiceNamespace: ecs
                      ScalableDimension: ecs:service:DesiredCount
                      ResourceId: !Sub service/default/${Worker\(number).Name}
                      MinCapacity: 1
                      MaxCapacity: 10

                """
        }
    }

    /// Processor time, which other work on the machine changes less than the time on the clock.
    private static func milliseconds(_ work: () throws -> Void) rethrows -> Double {
        let start = processorTime()
        try work()
        return processorTime() - start
    }

    /// Of the thread that asks.
    private static func processorTime() -> Double { time(CLOCK_THREAD_CPUTIME_ID) }

    private static func time(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1_000_000
    }

    private static func summary(_ values: [Double]) -> String {
        let sorted = values.sorted()
        return "median \(text(sorted[sorted.count / 2])), fastest \(text(sorted[0]))"
    }

    private static func text(_ value: Double) -> String { "\((value * 100).rounded() / 100) ms" }
}
