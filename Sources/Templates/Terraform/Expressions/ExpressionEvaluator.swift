import Evaluation
import YAMLBridge

/// Works out what an expression stands for, as far as that is known before Terraform runs.
///
/// The meaning of each form: https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md and
/// https://developer.hashicorp.com/terraform/language/expressions.
struct ExpressionEvaluator {
    /// How a text is to be read.
    enum Syntax {
        /// What stands behind `name =` in a `.tf` file.
        case expression
        /// A string of a `.tf.json` file: text with `${ }` in it.
        case template
    }

    /// The names that `for` and dynamic blocks give, and the element of a splat.
    struct Names {
        var values: [String: Value] = [:]
        var element: Value?
    }

    let scope: any ExpressionScope
    /// The scalar whose text holds the expression.
    let node: Node

    var work: EvaluationWork { scope.work }

    /// What a node's text stands for.
    ///
    /// - Parameters:
    ///   - syntax: how the text is to be read.
    ///   - node: the scalar; ranges in its decoded text become places in its document.
    ///   - origin: where the value is used.
    ///   - scope: what the names in it stand for.
    ///   - names: names of the blocks around it.
    /// - Returns: the value. It is unknown where the text is no expression, which is reported to the scope.
    static func evaluate(
        _ syntax: Syntax, of node: Node, at origin: Origin, scope: any ExpressionScope, names: Names = Names()
    ) -> Value {
        let text = node.text
        if syntax == .template, !mayHoldSequence(text) { return .text(text, origin: origin) }
        let evaluator = ExpressionEvaluator(scope: scope, node: node)
        do throws(ExpressionError) {
            let expression =
                syntax == .template ? try ExpressionParser.template(text) : try ExpressionParser.expression(text)
            return evaluator.value(of: expression, names, at: origin)
        } catch {
            evaluator.report(error, at: origin)
            return .unknown(Reason("the expression is malformed: \(error.message)"), mayBeAbsent: true, origin: origin)
        }
    }

    /// Whether a text may be more than itself.
    private static func mayHoldSequence(_ text: String) -> Bool {
        var previous: UInt8 = 0
        for byte in text.utf8 {
            if byte == UInt8(ascii: "{"), previous == UInt8(ascii: "$") || previous == UInt8(ascii: "%") { return true }
            previous = byte
        }
        return false
    }

    /// The value, unknown where Terraform would stop.
    func value(of expression: Expression, _ names: Names, at origin: Origin) -> Value {
        do throws(ExpressionFailure) {
            return try evaluate(expression, names, at: origin)
        } catch {
            return .failure(error.message, origin: origin)
        }
    }

    func report(_ error: ExpressionError, at origin: Origin) {
        let place = origin.narrowed(to: error.range, of: node)
        guard !error.isOfLimits else { return work.report(.levels, at: place) }
        scope.report(TemplateProblem(code: .malformedFunction, message: error.message, help: error.help, origin: place))
    }

    /// The place of a member or element of what an expression builds.
    func child(of origin: Origin, _ component: PathComponent, at range: Range<Int>) -> Origin {
        Origin(node: node, key: nil, parent: origin, component: component, resource: origin.resource, textRange: range)
    }

    // MARK: - Forms

    func evaluate(_ expression: Expression, _ names: Names, at origin: Origin) throws(ExpressionFailure) -> Value {
        guard work.enter(at: origin) else {
            return .unknown(
                Reason("the configuration asks for more work than a lint does"), mayBeAbsent: true, origin: origin)
        }
        defer { work.leave() }
        switch expression.form {
        case .null: return Value(.absent, origin: origin)
        case .truth(let truth): return .truth(truth, origin: origin)
        case .number(let digits): return .number(ExactNumber(digits), origin: origin)
        case .template(let pieces): return try template(pieces, names, at: origin)
        case .parentheses(let inner): return try evaluate(inner, names, at: origin)
        case .splatElement: return names.element?.placed(at: origin) ?? Value(.absent, origin: origin)
        case .variable, .attribute, .index: return try traversal(expression, names, at: origin)
        case .splat(let source, let each): return try splat(source, each, names, at: origin)
        case .call(let call): return try self.call(call, expression, names, at: origin)
        case .not, .negative, .binary, .conditional: return try operation(expression, names, at: origin)
        case .tuple(let elements): return try tuple(elements, names, at: origin)
        case .object(let items): return try object(items, names, at: origin)
        case .forTuple, .forObject: return try loop(expression, names, at: origin)
        }
    }

    private func tuple(_ elements: [Expression], _ names: Names, at origin: Origin) throws(ExpressionFailure) -> Value {
        var values: [Value] = []
        values.reserveCapacity(elements.count)
        for (number, element) in elements.enumerated() {
            values.append(try evaluate(element, names, at: child(of: origin, .index(number), at: element.range)))
        }
        return Value(.list(values, open: []), origin: origin)
    }

    private func object(
        _ items: [Expression.ObjectItem], _ names: Names, at origin: Origin
    ) throws(ExpressionFailure)
        -> Value
    {
        var members: [Value.Member] = []
        var unsettled: [Value] = []
        for item in items {
            let key = try evaluate(item.key, names, at: origin)
            let range = item.key.range.lowerBound..<item.value.range.upperBound
            let place = child(of: origin, .key(key.convertedText ?? "?"), at: range)
            let value = try evaluate(item.value, names, at: place)
            if let text = key.convertedText {
                members.append(Value.Member(key: text, value: value))
            } else {
                unsettled += [key, value]
            }
        }
        guard unsettled.isEmpty else {
            return .unknown(
                madeOf: unsettled + members.map(\.value), Reason("a key of the object is not known"), origin: origin)
        }
        return Value(.map(members), origin: origin)
    }

    // MARK: - Templates

    func template(_ pieces: [TemplatePiece], _ names: Names, at origin: Origin) throws(ExpressionFailure) -> Value {
        if pieces.count == 1, case .interpolation(let expression)? = pieces.first {
            return try evaluate(expression, names, at: origin)
        }
        var parts: [TextPart] = []
        var steps: [OriginStep] = []
        try append(pieces, names, at: origin, to: &parts, &steps)
        return work.joined(parts, at: origin, steps: Array(steps.prefix(16)))
    }

    private func append(
        _ pieces: [TemplatePiece], _ names: Names, at origin: Origin, to parts: inout [TextPart],
        _ steps: inout [OriginStep]
    ) throws(ExpressionFailure) {
        for piece in pieces {
            switch piece {
            case .literal(let text): parts.append(.literal(text))
            case .interpolation(let expression):
                let value = try evaluate(expression, names, at: origin.narrowed(to: expression.range, of: node))
                if value.knownText != nil { steps += value.steps }
                parts += try value.stringParts
            case .conditional(let condition, let yes, let no):
                let truth = self.condition(try evaluate(condition, names, at: origin), condition, at: origin)
                if truth != .never, truth != .always {
                    let sides = (
                        try template(wrapping: yes, names, at: origin), try template(wrapping: no, names, at: origin)
                    )
                    parts.append(.value(Value.choice(truth, sides.0, sides.1, origin: origin)))
                } else {
                    try append(truth == .always ? yes : no, names, at: origin, to: &parts, &steps)
                }
            case .loop(let clause, let body):
                try appendLoop(clause, body, names, at: origin, to: &parts, &steps)
            }
        }
    }

    /// The pieces as one text, even where they are one value.
    private func template(
        wrapping pieces: [TemplatePiece], _ names: Names, at origin: Origin
    ) throws(ExpressionFailure) -> Value {
        var parts: [TextPart] = []
        var steps: [OriginStep] = []
        try append(pieces, names, at: origin, to: &parts, &steps)
        return work.joined(parts, at: origin, steps: steps)
    }

    private func appendLoop(
        _ clause: Expression.ForClause, _ body: [TemplatePiece], _ names: Names, at origin: Origin,
        to parts: inout [TextPart], _ steps: inout [OriginStep]
    ) throws(ExpressionFailure) {
        let collection = try evaluate(clause.collection, names, at: origin)
        guard let items = try items(of: collection) else {
            parts.append(.value(.unknown(madeOf: [collection], Reason("the list is not known"), origin: origin)))
            return
        }
        for item in items {
            guard work.spend(1, at: origin) else { return }
            try append(body, naming(clause, item, in: names), at: origin, to: &parts, &steps)
        }
    }
}
