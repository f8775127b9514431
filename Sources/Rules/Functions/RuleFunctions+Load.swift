import CEL
import Capacity
import InstanceCatalog

extension RuleFunctions {
    /// Tasks for a load, and the requests and key calls that queues cost.
    ///
    /// `tasksForLoad(rate, seconds, concurrency)`: the tasks that are busy on average, rounded up (calculator.md 7).
    /// `tasksForBacklog(messages, target)`: what a backlog target asks for, `ceil(messages / target)` (calculator.md 5.2).
    /// `emptyReceivesPerMonth(seconds)`: receives of one poller that never finds a message, one each `seconds`.
    /// `queueRequestUsd(requests, isFifo)`: what so many requests cost beyond the free ones.
    /// `kmsCallsPerMonth(reuse, producers, consumers)`: calls to KMS for an encrypted queue (calculator.md 4.4).
    /// Numbers of templates that make no sense give an unknown, so that no template ends the run.
    var load: [FunctionDeclaration] {
        let forLoad = Overload(parameters: [.double, .double, .int], result: .int) { (arguments) throws(EvaluationError) in
            guard let rate = Self.decimal(arguments[0]), let seconds = Self.decimal(arguments[1]),
                case .int(let concurrency) = arguments[2], rate >= .zero, seconds >= .zero, concurrency > 0
            else {
                return .unknown(Unknown("a rate, a time or a concurrency is not a number that tasks can be reckoned with"))
            }
            let demand = QueueDemand(
                arrivalRate: rate, processingSeconds: seconds, concurrency: Int(clamping: concurrency))
            return .int(Int64(clamping: demand.tasks(atUtilisationPercent: 100)))
        }
        let forBacklog = Overload(parameters: [.double, .double], result: .int) { (arguments) throws(EvaluationError) in
            guard let messages = Self.decimal(arguments[0]), let target = Self.decimal(arguments[1]), target > .zero,
                messages >= .zero
            else { return .unknown(Unknown("a target of 0 or less gives no number of tasks")) }
            // A rate of one a second for `messages` seconds, of which each task takes `target`.
            let demand = QueueDemand(arrivalRate: messages.divided(by: target) ?? .zero, processingSeconds: 1)
            return .int(Int64(clamping: demand.tasks(atUtilisationPercent: 100)))
        }
        return [
            FunctionDeclaration(name: "tasksForLoad", overloads: [forLoad]),
            FunctionDeclaration(name: "tasksForBacklog", overloads: [forBacklog]),
            FunctionDeclaration(name: "emptyReceivesPerMonth", overloads: [emptyReceives]),
            FunctionDeclaration(name: "queueRequestUsd", overloads: [queueRequests]),
            FunctionDeclaration(name: "kmsCallsPerMonth", overloads: [keyCalls]),
        ]
    }

    private static let hoursPerMonth: Decimal = 730

    private var emptyReceives: Overload {
        Overload(parameters: [.int], result: .int) { (arguments) throws(EvaluationError) in
            guard case .int(let seconds) = arguments[0], seconds > 0,
                let receives = QueueRequests.emptyReceives(
                    ofIdlePoller: Self.hoursPerMonth, waitSeconds: Int(clamping: seconds))
            else { return .unknown(Unknown("a receive that takes no time gives no number a month")) }
            return Self.integer(receives)
        }
    }

    private var queueRequests: Overload {
        let context = context
        return Overload(parameters: [.int, .bool], result: .double) { (arguments) throws(EvaluationError) in
            guard case .int(let requests) = arguments[0], case .bool(let isFifo) = arguments[1], requests >= 0 else {
                return .unknown(Unknown("a number of requests below 0 has no price"))
            }
            let region = context.region.name
            guard let price = context.catalog.price(isFifo ? .sqsFIFO : .sqsStandard, in: region) else {
                return .unknown(Unknown("the catalog has no price for requests to SQS in \(region)"))
            }
            let rate = isFifo ? QueueRequestRate.fifo(perMillion: price.usd) : .standard(perMillion: price.usd)
            return Self.double(rate.cost(of: Decimal(Int(clamping: requests)), free: .zero))
        }
    }

    private var keyCalls: Overload {
        Overload(parameters: [.int, .int, .int], result: .int) { (arguments) throws(EvaluationError) in
            guard case .int(let reuse) = arguments[0], case .int(let producers) = arguments[1],
                case .int(let consumers) = arguments[2], reuse > 0,
                let calls = QueueRequests.keyCalls(
                    periodSeconds: 730 * 3_600, reuseSeconds: Int(clamping: reuse), producers: Int(clamping: producers),
                    consumers: Int(clamping: consumers))
            else { return .unknown(Unknown("a reuse period of 0 gives no number of calls")) }
            return Self.integer(calls)
        }
    }

    // MARK: - Numbers

    /// A number of an expression, exactly as it is written; `nil` for one with more than twelve decimals or beyond 10^15.
    static func decimal(_ value: CEL.Value) -> Decimal? {
        switch value {
        case .int(let number): Decimal(Int(clamping: number))
        case .double(let number): Decimal("\(number)") ?? (abs(number) < 1e-6 ? .zero : nil)
        default: nil
        }
    }

    /// An amount of money or a ratio for a message; the reckoning before it is exact.
    static func double(_ decimal: Decimal) -> CEL.Value {
        Double(decimal.description).map { .double($0) } ?? .unknown(Unknown("the amount is too large"))
    }

    /// The nearest whole number.
    private static func integer(_ decimal: Decimal) -> CEL.Value {
        Int64(decimal.rounded(toPlaces: 0).description).map { .int($0) } ?? .unknown(Unknown("the number is too large"))
    }
}
