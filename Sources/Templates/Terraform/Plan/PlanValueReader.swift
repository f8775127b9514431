import Evaluation
import YAMLBridge

/// Reads the values of one resource of a plan: what is known, what is known after apply only, and what nobody may see.
struct PlanValueReader {
    /// Four views of one value.
    struct View {
        let value: Node?
        /// `true` where the value is unknown, or a collection that holds such places.
        let unknown: Node?
        /// `true` where the value is sensitive, or a collection that holds such places.
        let sensitive: Node?
        let writing: PlanWriting
    }

    /// Deepest nesting that is read; provider schemas nest a handful of levels.
    private static let deepest = 64

    let context: PlanContext
    let place: PlanPlace
    /// The resource's type.
    let type: String

    /// The body of a resource: its attributes and nested blocks by name.
    func body(_ view: View, at origin: Origin) -> Value {
        guard view.value != nil || view.unknown?.kind == .mapping else { return Value(.map([]), origin: origin) }
        return value(view, at: origin, isBlock: true, isAttribute: false, depth: 0)
    }

    private func value(_ view: View, at origin: Origin, isBlock: Bool, isAttribute: Bool, depth: Int) -> Value {
        if view.unknown?.isTrue == true { return unknown(view.writing, at: origin) }
        if view.sensitive?.isTrue == true { return SensitiveValue.value(view.value, at: origin) }
        guard depth < Self.deepest else {
            return .unknown(Reason("it is nested too deep"), mayBeAbsent: true, origin: origin)
        }
        let known = view.value.flatMap { $0.isNull ? nil : $0 }
        // An object of which everything is unknown has no value at all.
        guard let shape = known ?? view.unknown.flatMap({ $0.kind == .scalar ? nil : $0 }) else {
            return Value(.absent, origin: origin)
        }
        switch shape.kind {
        case .scalar: return scalar(shape, view.writing, at: origin, isAttribute: isAttribute)
        case .sequence: return list(view, at: origin, depth: depth)
        case .mapping: return map(view, at: origin, isBlock: isBlock, depth: depth)
        }
    }

    // MARK: - Known values

    private func scalar(_ node: Node, _ writing: PlanWriting, at origin: Origin, isAttribute: Bool) -> Value {
        let text = node.text
        // Providers keep "" for a text that is not set.
        if isAttribute, text.isEmpty { return Value(.absent, origin: origin) }
        let isProviders = if case .nothing = writing { true } else { false }
        return Value(
            .scalar(.init(text, isQuoted: node.style == .doubleQuoted)), origin: origin,
            steps: isProviders ? Self.providerDefault : [])
    }

    private static let providerDefault = [
        OriginStep(kind: .providerDefault, label: "chosen by the provider", origin: nil)
    ]

    /// - Parameter isBlock: the map is a resource or a nested block, and its members are attributes.
    private func map(_ view: View, at origin: Origin, isBlock: Bool, depth: Int) -> Value {
        var members: [Value.Member] = []
        func add(_ key: String, _ value: Node?, _ unknown: Node?, at place: Origin) {
            let inner = View(
                value: value, unknown: unknown, sensitive: view.sensitive?[key], writing: view.writing.member(key))
            let value = self.value(inner, at: place, isBlock: false, isAttribute: isBlock, depth: depth + 1)
            members.append(.init(key: key, value: value))
        }
        for entry in view.value?.entries ?? [] {
            let key = entry.key.text
            add(key, entry.value, view.unknown?[key], at: origin.child(.key(key), node: entry.value, key: entry.key))
        }
        for entry in view.unknown?.entries ?? [] where view.value?[entry.key.text] == nil {
            let key = entry.key.text
            add(key, nil, entry.value, at: written(key, view.writing, in: origin))
        }
        return Value(.map(members), origin: origin)
    }

    /// The place of a value that the plan does not hold: where the configuration has its expression.
    private func written(_ key: String, _ writing: PlanWriting, in origin: Origin) -> Origin {
        if case .block(let node) = writing, let entry = node.entry(key) {
            return origin.child(.key(key), node: entry.value, key: entry.key)
        }
        return origin.child(.key(key), node: origin.node, key: origin.key)
    }

    private func list(_ view: View, at origin: Origin, depth: Int) -> Value {
        let values = view.value?.elements ?? []
        let unknowns = view.unknown?.elements ?? []
        let sensitives = view.sensitive?.elements ?? []
        var later = elementsKnownLater(count: unknowns.count { $0.isTrue }, view.writing)
        let elements = (0..<max(values.count, unknowns.count)).map { index -> Value in
            let value = index < values.count ? values[index] : nil
            let unknown = index < unknowns.count ? unknowns[index] : nil
            let node = value ?? unknown ?? origin.node
            let place = origin.child(.index(index), node: node, key: nil)
            if unknown?.isTrue == true, let next = later.popFirst() { return context.value(of: next, at: place) }
            let inner = View(
                value: value, unknown: unknown, sensitive: index < sensitives.count ? sensitives[index] : nil,
                writing: view.writing.element(value))
            return self.value(inner, at: place, isBlock: true, isAttribute: false, depth: depth + 1)
        }
        return Value(.list(elements, open: []), origin: origin)
    }

    /// What the unknown elements of a list are, in order, when the list's expression leads to just as many resources.
    private func elementsKnownLater(count: Int, _ writing: PlanWriting) -> ArraySlice<PlanTarget> {
        guard count > 0, case .expression(let expression) = writing else { return [] }
        let targets = context.references.answers(to: expression.references, at: place).flatMap(\.targets)
        return targets.count == count ? targets[...] : []
    }

    // MARK: - Unknown values

    private func unknown(_ writing: PlanWriting, at origin: Origin) -> Value {
        switch writing {
        // Nobody writes it, so AWS or the provider will choose: ../shared/spec/configuration.md, "Inputs".
        case .nothing: return Value(.absent, origin: origin)
        case .untold: return knownLater(.nothing, at: origin)
        case .expression(let expression):
            let answer = context.references.answer(to: expression, at: place)
            if isNull(expression, answer) { return Value(.absent, origin: origin) }
            guard answer.isWhole, let target = answer.targets.first, mayBeWhole(target, at: origin) else {
                return knownLater(answer, at: origin)
            }
            // `"${aws_sqs_queue.q.name}-dlq"` and `aws_sqs_queue.q.name` look alike in a plan.
            guard !isBuiltOfNames(origin, target) else { return knownLater(answer, at: origin, mayBeAbsent: true) }
            return context.value(of: target, at: origin)
        case .block(let node): return knownLater(context.answer(toAllOf: node, at: place), at: origin)
        case .blocks(let nodes):
            var answer = PlanAnswer.nothing
            for node in nodes { answer.add(context.answer(toAllOf: node, at: place), limit: 64) }
            return knownLater(answer, at: origin)
        }
    }

    /// Whether an expression that is not known must be null, which leaves the choice to the provider: all that it is made of
    /// is known when a plan is made (`launch_type = var.on_spot ? null : "FARGATE"`).
    private func isNull(_ expression: PlanExpression, _ answer: PlanAnswer) -> Bool {
        !answer.meetsResources && answer.reasons.isEmpty && !expression.references.isEmpty
    }

    private func knownLater(_ answer: PlanAnswer, at origin: Origin, mayBeAbsent: Bool = false) -> Value {
        let reasons = answer.reasons.isEmpty ? [Reason("it is known after apply only")] : answer.reasons
        // What is made from another resource's values is there, whatever it will be.
        return Value(
            .unknown(reasons, mayBeAbsent: mayBeAbsent || answer.targets.isEmpty), origin: origin,
            mentions: answer.targets.map { context.reference(to: $0) })
    }

    /// Whether an attribute is one that may hold another resource's name with something around it. An ARN or a URL stands
    /// alone there.
    private func isBuiltOfNames(_ place: Origin, _ target: PlanTarget) -> Bool {
        guard case .key(let name)? = place.component else { return false }
        let isDimension = if case .key("dimensions")? = place.parent?.component { true } else { false }
        guard isDimension || context.facts.builtTexts.contains(name) else { return false }
        return context.facts.names.contains(target.attribute) && target.attribute != name
    }

    /// Whether an attribute may be another resource's attribute as it is.
    private func mayBeWhole(_ target: PlanTarget, at origin: Origin) -> Bool {
        guard type.hasPrefix("aws_"), case .key(let name)? = origin.component, context.facts.documents.contains(name)
        else { return true }
        return target.attribute == name || ["json", "minified_json", "rendered", "content"].contains(target.attribute)
    }
}

extension Node {
    /// JSON's `true`.
    var isTrue: Bool { kind == .scalar && style == .plain && hasText("true") }
}
