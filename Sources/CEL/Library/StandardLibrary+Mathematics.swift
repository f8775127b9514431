extension StandardLibrary {
    static let mathematics: [String: [Overload]] = [
        "math.greatest": extrema("math.greatest", keeps: .greater),
        "math.least": extrema("math.least", keeps: .less),
        "math.ceil": [rounding("math.ceil", Rounding.up)],
        "math.floor": [rounding("math.floor", Rounding.down)],
        "math.round": [rounding("math.round", Rounding.toNearest)],
        "math.trunc": [rounding("math.trunc", Rounding.towardZero)],
        "math.abs": [
            Overload([.int], .int) { (arguments, _) throws(EvaluationError) in
                guard case .int(let number) = arguments[0] else { throw mismatch("math.abs") }
                guard let magnitude = Int64(exactly: number.magnitude) else { throw overflow(.int) }
                return .int(magnitude)
            },
            Overload([.uint], .uint) { (arguments, _) throws(EvaluationError) in arguments[0] },
            double("math.abs", .double) { .double($0.magnitude) },
        ],
        "math.sign": [
            Overload([.int], .int) { (arguments, _) throws(EvaluationError) in
                guard case .int(let number) = arguments[0] else { throw mismatch("math.sign") }
                return .int(number.signum())
            },
            Overload([.uint], .uint) { (arguments, _) throws(EvaluationError) in
                guard case .uint(let number) = arguments[0] else { throw mismatch("math.sign") }
                return .uint(number.signum())
            },
            double("math.sign", .double) { .double($0.isNaN ? $0 : ($0 > 0 ? 1 : ($0 < 0 ? -1 : 0))) },
        ],
        "math.isNaN": [double("math.isNaN", .bool) { .bool($0.isNaN) }],
        "math.isInf": [double("math.isInf", .bool) { .bool($0.isInfinite) }],
        "math.isFinite": [double("math.isFinite", .bool) { .bool($0.isFinite) }],
    ]

    private static func double(
        _ name: String, _ result: CELType, _ function: @escaping @Sendable (Double) -> Value
    ) -> Overload {
        Overload([.double], result) { (arguments, _) throws(EvaluationError) in
            guard case .double(let number) = arguments[0] else { throw mismatch(name) }
            return function(number)
        }
    }

    private static func rounding(
        _ name: String, _ round: @escaping @Sendable (Double) -> Double
    ) -> Overload {
        double(name, .double) { .double(round($0)) }
    }

    /// Of one number, of two, and of a list; of numbers of different types the result is `dyn`.
    private static func extrema(_ name: String, keeps order: Ordering) -> [Overload] {
        let ofNumbers: Overload.MeteredImplementation = { (arguments, budget) throws(EvaluationError) in
            try extremum(of: arguments, name, keeps: order, &budget)
        }
        let ofList: Overload.MeteredImplementation = { (arguments, budget) throws(EvaluationError) in
            guard case .list(let list) = arguments[0],
                list.elements.allSatisfy({ $0.runtimeType.isNumeric })
            else { throw mismatch(name) }
            return try extremum(of: list.elements, name, keeps: order, &budget)
        }
        let numbers: [CELType] = [.int, .uint, .double]
        let single = numbers.map { Overload([$0], $0, ofNumbers) }
        let pairs = numbers.flatMap { left in
            numbers.map { right in Overload([left, right], left == right ? left : .dyn, ofNumbers) }
        }
        return single + pairs + (numbers + [.dyn]).map { Overload([.list($0)], $0, ofList) }
    }
}
