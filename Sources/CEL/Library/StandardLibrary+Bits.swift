extension StandardLibrary {
    static let bits: [String: [Overload]] = [
        "math.bitAnd": binary("math.bitAnd", { $0 & $1 }, { $0 & $1 }),
        "math.bitOr": binary("math.bitOr", { $0 | $1 }, { $0 | $1 }),
        "math.bitXor": binary("math.bitXor", { $0 ^ $1 }, { $0 ^ $1 }),
        "math.bitNot": [
            Overload([.int], .int) { (arguments, _) throws(EvaluationError) in
                guard case .int(let number) = arguments[0] else { throw mismatch("math.bitNot") }
                return .int(~number)
            },
            Overload([.uint], .uint) { (arguments, _) throws(EvaluationError) in
                guard case .uint(let number) = arguments[0] else { throw mismatch("math.bitNot") }
                return .uint(~number)
            },
        ],
        "math.bitShiftLeft": shift("math.bitShiftLeft") { $0 << $1 },
        "math.bitShiftRight": shift("math.bitShiftRight") { $0 >> $1 },
    ]

    private static func binary(
        _ name: String, _ ofInts: @escaping @Sendable (Int64, Int64) -> Int64,
        _ ofUnsigned: @escaping @Sendable (UInt64, UInt64) -> UInt64
    ) -> [Overload] {
        [CELType.int, .uint].map { type in
            Overload([type, type], type) { (arguments, _) throws(EvaluationError) in
                switch (arguments[0], arguments[1]) {
                case (.int(let left), .int(let right)): .int(ofInts(left, right))
                case (.uint(let left), .uint(let right)): .uint(ofUnsigned(left, right))
                default: throw mismatch(name)
                }
            }
        }
    }

    /// Shifts in zeros, of an int, too; by 64 and more all bits are gone.
    private static func shift(
        _ name: String, _ operation: @escaping @Sendable (UInt64, Int64) -> UInt64
    ) -> [Overload] {
        [CELType.int, .uint].map { type in
            Overload([type, .int], type) { (arguments, _) throws(EvaluationError) in
                guard case .int(let distance) = arguments[1] else { throw mismatch(name) }
                guard distance >= 0 else {
                    throw EvaluationError(.badArgument, "\(name)() cannot shift by \(distance)")
                }
                switch arguments[0] {
                case .int(let number):
                    return .int(Int64(bitPattern: operation(UInt64(bitPattern: number), distance)))
                case .uint(let number): return .uint(operation(number, distance))
                default: throw mismatch(name)
                }
            }
        }
    }
}
