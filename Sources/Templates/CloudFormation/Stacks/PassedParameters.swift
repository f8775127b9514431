import Evaluation
import YAMLBridge

/// What a nested stack is passed against what its template takes.
final class PassedParameters: StackPart {
    unowned let stack: StackEvaluator
    /// `Parameters` of nested stacks that had to be evaluated as a whole, by logical id.
    private var computed = Memo<String, Value>()

    init(_ stack: StackEvaluator) {
        self.stack = stack
    }

    /// What a nested stack's `Parameters` pass, each evaluated when it is asked for.
    func arguments(_ entry: SectionEntry, origin: Origin) -> (String) -> PassedArgument? {
        let logicalID = entry.name
        guard let properties = entry.attribute("Properties") else {
            guard !entry.open.isEmpty else { return { _ in nil } }
            let step = OriginStep(kind: .parameter(name: ""), label: "Parameters of \(displayName(logicalID))", origin: origin)
            return { _ in PassedArgument(value: .unknown(entry.open, mayBeAbsent: true, at: origin), step: step) }
        }
        let passed: (String) -> Value
        if Self.isPlain(properties.value), properties.value.entry("Parameters").map({ Self.isPlain($0.value) }) ?? true {
            guard let (parameters, place) = passedParameters(entry, origin: origin) else { return { _ in nil } }
            passed = { [unowned self] name in argument(name, in: parameters, of: entry, at: place) }
        } else {
            passed = { [unowned self] name in computedArguments(of: entry, properties, origin: origin).member(name) }
        }
        return { [unowned self] name in
            let value = passed(name)
            guard !value.isAbsent else { return nil }
            let step = OriginStep(
                kind: .parameter(name: name), label: "Parameters of \(displayName(logicalID))", origin: value.origin)
            return PassedArgument(value: value, step: step)
        }
    }

    private func argument(_ name: String, in parameters: Node, of entry: SectionEntry, at place: Origin) -> Value {
        scope.within(entry.loops) {
            let passed =
                entry.loops.isEmpty
                ? parameters.entry(name) : parameters.entries.last { scope.text(of: $0.key) == name }
            guard let passed else { return Value(.absent, origin: place) }
            return evaluate(passed.value, at: place.child(.key(name), node: passed.value, key: passed.key))
        }
    }

    /// `Parameters` that a function, a loop or a file makes, evaluated as a whole and once.
    private func computedArguments(of entry: SectionEntry, _ properties: SectionEntry, origin: Origin) -> Value {
        let place = origin.child(.key("Properties"), node: properties.value, key: properties.key)
        switch computed.begin(entry.name) {
        case .known(let value): return value
        case .underway: return .unknown(Reason("the Parameters depend on themselves"), origin: place)
        case .begun: break
        }
        let value = scope.within(properties.loops) { evaluate(properties.value, at: place).member("Parameters") }
        return computed.end(entry.name, with: value)
    }

    /// Whether a node is a mapping that lists its entries.
    private static func isPlain(_ node: Node) -> Bool {
        node.kind == .mapping && IntrinsicFunction(node) == nil
            && !node.entries.contains { TemplateSections.isExpanding($0.key.text) }
    }

    /// The node of a nested stack's `Parameters` and its place; `nil` when it has none that are a mapping.
    private func passedParameters(_ entry: SectionEntry, origin: Origin) -> (Node, Origin)? {
        guard let properties = entry.attribute("Properties"), let parameters = properties.value.entry("Parameters"),
            parameters.value.kind == .mapping
        else { return nil }
        let place = origin.child(.key("Properties"), node: properties.value, key: properties.key)
            .child(.key("Parameters"), node: parameters.value, key: parameters.key)
        return (parameters.value, place)
    }

    /// Reports what a nested stack is passed that its template does not take, and what the template needs and is not passed.
    func check(_ entry: SectionEntry) {
        guard let child = stack.nestedStacks.known[entry.name], child.template.unreadMacros.isEmpty else { return }
        scope.within(entry.loops) { check(entry, to: child) }
    }

    private func check(_ entry: SectionEntry, to child: StackEvaluator) {
        let origin = resourceOrigin(entry)
        guard let (parameters, place) = passedParameters(entry, origin: origin) else {
            guard let place = placeWithoutParameters(entry, origin: origin) else { return }
            return reportMissingParameters(of: child, passed: [], at: place)
        }
        guard IntrinsicFunction(parameters) == nil else { return }
        let taken = child.sections.parameters
        let names = parameters.entries.map { scope.text(of: $0.key) }
        var meant: [String] = []
        for (passed, name) in zip(parameters.entries, names) where taken[name] == nil && !TemplateSections.isExpanding(name) {
            let nearest = nearestName(to: name, among: taken.keys)
            meant += nearest.map { [$0] } ?? []
            report(
                .unresolvedReference, "\(child.template.document.path) has no parameter '\(name)'",
                help: nearest.map { "Did you mean '\($0)'?" } ?? "Declare it there, or take it out here.",
                at: place.child(.key(name), node: passed.value, key: passed.key))
        }
        if !names.contains(where: TemplateSections.isExpanding) {
            reportMissingParameters(of: child, passed: names + meant, at: place)
        }
    }

    /// Where a nested stack would say `Parameters`: its `Properties`, when these are all there.
    private func placeWithoutParameters(_ entry: SectionEntry, origin: Origin) -> Origin? {
        guard let properties = entry.attribute("Properties"), properties.value.entry("Parameters") == nil,
            Self.isPlain(properties.value)
        else { return nil }
        return origin.child(.key("Properties"), node: properties.value, key: properties.key)
    }

    /// CloudFormation creates no stack while a parameter without `Default` has no value
    /// (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html).
    private func reportMissingParameters(of child: StackEvaluator, passed: [String], at place: Origin) {
        let missing = child.sections.parameters.filter { name, parameter in
            parameter.value.kind == .mapping && parameter.value.entry("Default") == nil && !passed.contains(name)
        }.keys.sorted()
        guard !missing.isEmpty else { return }
        let names = missing.map { "'\($0)'" }.joined(separator: ", ")
        report(
            .unresolvedReference,
            "\(child.template.document.path) needs the \(missing.count == 1 ? "parameter" : "parameters") \(names)",
            help: "Pass \(missing.count == 1 ? "it" : "them") under Parameters, or declare a Default there.", at: place)
    }
}
