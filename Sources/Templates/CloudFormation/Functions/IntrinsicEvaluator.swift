import Evaluation
import YAMLBridge

/// Evaluates what stands in a template: texts, lists, maps and the intrinsic functions among them.
struct IntrinsicEvaluator: StackPart {
    unowned let stack: StackEvaluator

    /// What a node says, with its functions evaluated.
    ///
    /// - Parameters:
    ///   - origin: where the value is used.
    ///   - ignoringTag: the node's own tag was already read as a function whose argument the node is.
    func value(of node: Node, at origin: Origin, ignoringTag: Bool = false) -> Value {
        guard work.enter(at: origin) else {
            return .unknown(Reason("the template asks for more work than a lint does"), mayBeAbsent: true, origin: origin)
        }
        defer { work.leave() }
        if let function = IntrinsicFunction(node, ignoringTag: ignoringTag) {
            return call(function, node, at: origin)
        }
        switch node.kind {
        case .scalar: return scalarValue(node, at: origin)
        case .sequence: return listValue(node, at: origin)
        case .mapping: return mapValue(node, at: origin)
        }
    }

    private func scalarValue(_ node: Node, at origin: Origin) -> Value {
        if node.isNull { return Value(.absent, origin: origin) }
        let text = scope.text(of: node)
        if let pieces = template.foreign.pieces(of: text) { return filledIn(pieces, at: origin) }
        if DynamicReference.mayStand(in: text) { return joined([.literal(text)], at: origin) }
        return Value(.scalar(.init(text, isQuoted: node.style != .plain)), origin: origin)
    }

    /// A text that another tool completes: its parts are not known, and the same where they are written alike.
    private func filledIn(_ pieces: [ForeignTemplate.Piece], at origin: Origin) -> Value {
        if pieces.count == 1, case .placeholder(let text)? = pieces.first { return Self.placeholder(text, at: origin) }
        let parts = pieces.map { piece -> TextPart in
            switch piece {
            case .literal(let text): .literal(text)
            case .placeholder(let text): .value(Self.placeholder(text, at: origin))
            }
        }
        return joined(parts, at: origin)
    }

    /// What stands for a text that another tool fills in.
    static func placeholder(_ text: String, at origin: Origin) -> Value {
        .unknown(
            Reason("\(text.prefix(80)) is filled in by another tool", source: "placeholder#\(text)"), mayBeAbsent: true,
            origin: origin)
    }

    private func listValue(_ node: Node, at origin: Origin) -> Value {
        let elements = node.elements.enumerated().map { index, element in
            evaluate(element, at: origin.child(.index(index), node: element, key: nil))
        }
        return Value(.list(elements.filter { !$0.isAbsent }, open: []), origin: origin)
    }

    private func mapValue(_ node: Node, at origin: Origin) -> Value {
        let entries = node.entries
        if entries.contains(where: { TemplateSections.isExpanding($0.key.text) }) { return expandedMapValue(node, at: origin) }
        if entries.count > 1, let function = entries.first(where: { IntrinsicFunction.isName($0.key.text) }) {
            return functionWithNeighbours(function, at: origin)
        }
        let members = entries.map { entry in
            let key = scope.text(of: entry.key)
            let place = origin.child(.key(key), node: entry.value, key: entry.key)
            return Value.Member(key: key, value: evaluate(entry.value, at: place))
        }
        return Value(.map(members), origin: origin)
    }

    /// A function stands alone in its map; CloudFormation refuses one with other keys beside it.
    private func functionWithNeighbours(_ entry: Node.Entry, at origin: Origin) -> Value {
        let name = entry.key.text
        report(
            .malformedFunction, "\(name) has other keys beside it", help: "Take them out: a function stands alone in its map.",
            at: origin.child(.key(name), node: entry.value, key: entry.key))
        return .unknown(Reason("\(name) is malformed"), mayBeAbsent: true, origin: origin)
    }

    /// A map with loops, includes or merges among its members. What is not known of them adds members; a macro, which is given its
    /// neighbours, may change these as well.
    private func expandedMapValue(_ node: Node, at origin: Origin) -> Value {
        var expansion = ExpandedEntries()
        stack.sectionReader.expand(node, at: origin, into: &expansion)
        guard expansion.macros.isEmpty else { return .unknown(expansion.macros, mayBeAbsent: true, at: origin) }
        let members = expansion.entries.map { entry in
            let place = origin.child(.key(entry.name), node: entry.value, key: entry.key)
            return Value.Member(key: entry.name, value: scope.within(entry.loops) { evaluate(entry.value, at: place) })
        }
        return Value(.map(members, open: expansion.open), origin: origin)
    }

    private func call(_ function: IntrinsicFunction, _ node: Node, at origin: Origin) -> Value {
        switch function.name {
        case "Ref": reference(function, at: origin)
        case "Fn::GetAtt": attribute(function, at: origin)
        case "Fn::Sub": substitution(function, at: origin)
        case "Fn::ImportValue": importedValue(function, at: origin)
        case "Fn::GetStackOutput": otherStackOutput(function, at: origin)
        case "Fn::Join": join(function, at: origin)
        case "Fn::Select": select(function, at: origin)
        case "Fn::Split": split(function, at: origin)
        case "Fn::If": conditional(function, at: origin)
        case "Fn::FindInMap": stack.mappings.mapped(function, at: origin)
        case "Fn::Base64": evaluateArgument(function, at: origin)
        case "Fn::GetAZs": zones(function, at: origin)
        case "Fn::Cidr": addressBlocks(function, at: origin)
        case "Fn::Length": length(function, at: origin)
        case "Fn::ToJsonString": jsonText(function, at: origin)
        case "Fn::Transform": stack.includes.value(of: function, at: origin)
        case "Fn::And", "Fn::Or", "Fn::Not", "Fn::Equals", "Condition": truthValue(function, at: origin)
        case let name where TemplateSections.isExpanding(name): expandedMapValue(node, at: origin)
        default: unknownFunction(function, at: origin)
        }
    }

    private func unknownFunction(_ function: IntrinsicFunction, at origin: Origin) -> Value {
        if ForeignTemplate.isFunction(function.name) {
            return .unknown(
                Reason("\(function.name) is read by another tool than CloudFormation"), mayBeAbsent: true, origin: origin)
        }
        report(
            .malformedFunction, "CloudFormation has no function \(function.name)",
            help: "Check the spelling of the function's name or tag.", at: origin)
        return .unknown(Reason("\(function.name) is not a CloudFormation function"), mayBeAbsent: true, origin: origin)
    }

    /// A condition function where a value stands: CloudFormation knows it in conditions only, so that one which is not
    /// decided says nothing.
    private func truthValue(_ function: IntrinsicFunction, at origin: Origin) -> Value {
        switch stack.conditions.conditionValue(function, at: origin) {
        case .always: Value(.scalar(.init("true", isQuoted: false)), origin: origin)
        case .never: Value(.scalar(.init("false", isQuoted: false)), origin: origin)
        default: .unknown(Reason("\(function.name) stands outside a condition"), origin: origin)
        }
    }

    // MARK: - Fn::If

    private func conditional(_ function: IntrinsicFunction, at origin: Origin) -> Value {
        guard let parts = arguments(of: function, 3...3, shape: "a list of condition, value and other value", at: origin)
        else { return malformed(function, at: origin) }
        let (condition, steps) = scope.gatheringAssumptions {
            parts[0].kind == .scalar && parts[0].tag == nil
                ? stack.conditions.condition(named: scope.text(of: parts[0]), at: origin)
                : stack.conditions.condition(parts[0], at: origin)
        }
        switch condition {
        case .always: return chosen(parts[1], at: origin, assuming: steps)
        case .never: return chosen(parts[2], at: origin, assuming: steps)
        default:
            return Value.choice(
                condition, evaluate(parts[1], at: origin.replacingNode(parts[1])),
                evaluate(parts[2], at: origin.replacingNode(parts[2])), origin: origin)
        }
    }

    private func chosen(_ side: Node, at origin: Origin, assuming steps: [OriginStep]) -> Value {
        let value = evaluate(side, at: origin)
        guard !steps.isEmpty else { return value }
        work.spend(value.size(upTo: work.limits.textBytes) / 64, at: origin)
        return value.chosen(by: steps)
    }

    // MARK: - Bounds

    /// A text of parts, with dynamic references in it made out; unknown when it is longer than a run takes.
    func joined(_ parts: [TextPart], at origin: Origin, steps: [OriginStep] = []) -> Value {
        work.joined(DynamicReference.separated(parts, origin: origin), at: origin, steps: steps)
    }
}
