import ArgumentParser
import Simulation
import Workspace

/// What a simulation is asked with.
struct SimulateFlags: ParsableArguments {
    @Option(help: "Only this service, by name, logical id or address.")
    var service: String?

    @Option(
        help: ArgumentHelp(
            "Messages that come: 5/s, 300/min, 1/35s, poisson:5/s, burst:120000, ramp:1/s..50/s:30m or daily:2/s..40/s.",
            valueName: "load"))
    var arrivals: String?

    @Option(help: ArgumentHelp("Messages that wait at the start.", valueName: "number"))
    var backlog: Int?

    @Option(
        help: ArgumentHelp(
            "Time for one message: 60s, 2s±0.5s (or 2s+-0.5s), exponential:2s or p50=1s,p99=30s.", valueName: "time"))
    var processing: String?

    @Option(help: ArgumentHelp("How long is simulated.", valueName: "time"))
    var duration = "24h"

    @Option(
        help: ArgumentHelp("What 95 % of the messages should not wait longer than, as 60s or wait-p95=60s.", valueName: "time"))
    var goal: String?

    @Option(help: ArgumentHelp("From the decision to start a task until it receives.", valueName: "time"))
    var taskStart = "60s"

    @Option(help: ArgumentHelp("From a sample of a metric until CloudWatch shows it.", valueName: "time"))
    var metricsDelay = "150s"

    @Option(help: ArgumentHelp("From there until a policy acts.", valueName: "time"))
    var evaluationDelay = "3s"

    @Option(help: ArgumentHelp("Receives that end without a delete, as 1%.", valueName: "percent"))
    var fail: String?

    @Flag(help: "A stopping task finishes the message that it works on.")
    var drain = false

    @Option(help: ArgumentHelp("Batches that a task processes concurrently.", valueName: "number"))
    var concurrency: Int?

    @Option(help: ArgumentHelp("Messages of a receive, 1 to 10.", valueName: "number"))
    var messagesPerReceive: Int?

    @Option(help: ArgumentHelp("Fewest tasks, in place of the template's.", valueName: "number"))
    var minTasks: Int?

    @Option(help: ArgumentHelp("Most tasks, in place of the template's.", valueName: "number"))
    var maxTasks: Int?

    @Option(help: ArgumentHelp("Target of the target tracking policies, in place of the template's.", valueName: "number"))
    var targetValue: Double?

    @Option(
        help: ArgumentHelp(
            "What a metric of your own is, as NAME=KIND with visible, in-flight, visible-and-in-flight, backlog-per-task, "
                + "backlog-per-task-guarded or oldest-age; repeatable.", valueName: "metric"))
    var metric: [String] = []

    @Option(
        help: ArgumentHelp(
            "Settings to compare, as minCapacity=1..10, maxCapacity=5..40 or targetValue=5..50.", valueName: "range"))
    var sweep: String?

    @Option(help: ArgumentHelp("CPU of a task whose workers are busy, for policies on CPU.", valueName: "percent"))
    var busyCpu = "100%"

    @Option(help: ArgumentHelp("Seed of the random numbers; the same seed gives the same run.", valueName: "number"))
    var seed: UInt64 = 1

    func validate() throws {
        _ = try options()
        _ = try sweepAxis()
    }

    func sweepAxis() throws -> SimulationSweep.Axis? { try sweep.map(SimulationArgument.axis) }

    func options() throws -> SimulationOptions {
        var options = SimulationOptions()
        options.service = service
        options.duration = try SimulationArgument.milliseconds(
            duration, "--duration", in: 60_000...SimulationSetup.longestDuration)
        options.backlog = try SimulationArgument.number(backlog ?? 0, "--backlog", in: 0...SimulationSetup.mostMessages)
        if let arrivals {
            let load = try SimulationArgument.load(arrivals, duration: options.duration)
            options.arrivals = load.arrivals
            options.backlog += load.backlog
        }
        options.work = try processing.map(SimulationArgument.work)
        options.goal = try goal.map { text in
            let time = text.hasPrefix("wait-p95=") ? String(text.dropFirst("wait-p95=".count)) : text
            return try SimulationArgument.milliseconds(time, "--goal")
        }
        options.taskStart = try SimulationArgument.milliseconds(taskStart, "--task-start")
        options.metricsDelay = try SimulationArgument.milliseconds(metricsDelay, "--metrics-delay")
        options.evaluationDelay = try SimulationArgument.milliseconds(evaluationDelay, "--evaluation-delay")
        options.failuresPerMillion = try fail.map(SimulationArgument.perMillion) ?? 0
        options.drains = drain
        options.concurrency = try concurrency.map { try SimulationArgument.number($0, "--concurrency", in: 1...1_000) }
        options.messagesPerReceive = try messagesPerReceive.map {
            try SimulationArgument.number($0, "--messages-per-receive", in: 1...10)
        }
        options.minimumTasks = try minTasks.map {
            try SimulationArgument.number($0, "--min-tasks", in: 0...SimulationSetup.mostTasks)
        }
        options.maximumTasks = try maxTasks.map {
            try SimulationArgument.number($0, "--max-tasks", in: 0...SimulationSetup.mostTasks)
        }
        if let least = options.minimumTasks, let most = options.maximumTasks, least > most {
            throw ValidationError("--min-tasks \(least) is more than --max-tasks \(most).")
        }
        options.targetMillionths = try targetValue.map(SimulationArgument.target)
        options.metrics = try SimulationArgument.metrics(metric)
        options.busyPercent = try SimulationArgument.number(CostArgument.percentage(busyCpu), "--busy-cpu", in: 1...100)
        options.seed = seed
        return options
    }
}
