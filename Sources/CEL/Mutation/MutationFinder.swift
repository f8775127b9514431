/// Walks an expression for what a mutation replaces.
struct MutationFinder {
    struct Replacement {
        let range: Range<Int>
        let text: String
    }

    /// A comparison becomes the one beside it, so that a test at the boundary is what notices.
    private static let comparisons = [
        "==": "!=", "!=": "==", "<": "<=", "<=": "<", ">": ">=", ">=": ">",
    ]

    private let source: [UInt8]
    private(set) var replacements: [Replacement] = []

    init(source: [UInt8]) {
        self.source = source
    }

    mutating func visit(_ expression: Expression) {
        switch expression.kind {
        case .literal(let value): replace(value, expression.range)
        case .identifier: break
        case .select(let operand, _, _, _): visit(operand)
        case .index(let operand, let index, _):
            visit(operand)
            visit(index)
        case .call(let receiver, let name, let nameRange, let arguments):
            call(name, nameRange)
            if let receiver { visit(receiver) }
            // A pattern or a name of a macro is no constant of the condition.
            for argument in arguments where name != "matches" || arguments.count != 1 { visit(argument) }
        case .list(let members): members.forEach { visit($0.value) }
        case .map(let entries): entries.forEach { visit($0.value) }
        case .and(let operands): junction(operands, "&&", becomes: "||")
        case .or(let operands): junction(operands, "||", becomes: "&&")
        case .conditional(let condition, let then, let otherwise): [condition, then, otherwise].forEach { visit($0) }
        }
    }

    private mutating func call(_ name: String, _ range: Range<Int>) {
        if name == Operator.not { replacements.append(Replacement(range: range, text: "")) }
        guard let symbol = Operator.symbol(of: name), let other = Self.comparisons[symbol] else { return }
        replacements.append(Replacement(range: range, text: other))
    }

    private mutating func replace(_ value: Value, _ range: Range<Int>) {
        switch value {
        case .bool(let flag): replacements.append(Replacement(range: range, text: flag ? "false" : "true"))
        case .int(let number):
            let next = number.addingReportingOverflow(1)
            replacements.append(Replacement(range: range, text: String(next.overflow ? 0 : next.partialValue)))
        case .double(let number): replacements.append(Replacement(range: range, text: "\(number + 1)"))
        // An empty text stands for absence, as in `orValue('')`: another one in its place is the same to any rule.
        case .string(let text) where !text.isEmpty:
            replacements.append(Replacement(range: range, text: text == "x" ? "'y'" : "'x'"))
        default: break
        }
    }

    /// Each operator between two operands, with what the operands say.
    private mutating func junction(_ operands: [Expression], _ symbol: String, becomes other: String) {
        for (left, right) in zip(operands, operands.dropFirst()) {
            guard let range = place(of: symbol, from: left.range.upperBound, to: right.range.lowerBound) else { continue }
            replacements.append(Replacement(range: range, text: other))
        }
        operands.forEach { visit($0) }
    }

    private func place(of symbol: String, from start: Int, to end: Int) -> Range<Int>? {
        let wanted = Array(symbol.utf8)
        guard start >= 0, end <= source.count, start + wanted.count <= end else { return nil }
        return (start...(end - wanted.count)).first { source[$0..<$0 + wanted.count].elementsEqual(wanted) }
            .map { $0..<$0 + wanted.count }
    }
}
