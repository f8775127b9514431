import Evaluation
import Text
import YAMLBridge

/// A part of a stack's evaluation: one job, with the state that it alone needs.
protocol StackPart {
    var stack: StackEvaluator { get }
}

/// What most parts need of the stack.
extension StackPart {
    var template: CloudFormationTemplate { stack.template }
    var index: Int { stack.index }
    var work: EvaluationWork { stack.work }
    var options: LoadOptions { stack.options }
    var scope: TemplateScope { stack.scope }
    var sections: TemplateSections { stack.sections }

    func displayName(_ logicalID: String) -> String { stack.displayName(logicalID) }

    func report(_ code: TemplateProblem.Code, _ message: String, help: String, at origin: Origin) {
        stack.log.add(TemplateProblem(code: code, message: message, help: help, origin: origin))
    }

    /// What a node says, with its functions evaluated.
    func evaluate(_ node: Node, at origin: Origin) -> Value { stack.functions.value(of: node, at: origin) }

    /// A value that others will share, or unknown when it stands for more than a run takes.
    func bounded(_ value: Value, at origin: Origin) -> Value {
        work.bounded(value, at: origin, toBytes: work.limits.textBytes, reporting: .text)
    }

    // MARK: - Places

    /// The origin of an entry of a section that is no resource: a parameter, a condition, an output.
    func origin(of value: Node, key: Node, in section: String) -> Origin {
        let top = Origin(node: value, key: key, parent: nil, component: .key(section), resource: nil)
        return top.child(.key(key.text), node: value, key: key)
    }

    func resourceOrigin(_ entry: SectionEntry) -> Origin {
        Origin(node: entry.value, key: entry.key, parent: nil, component: nil, resource: displayName(entry.name))
    }

    // MARK: - Problems that several parts meet

    /// Reports a function that needs `Transform: AWS::LanguageExtensions` in a template without.
    func checkLanguageExtensions(_ function: String, at origin: Origin) {
        guard !template.usesLanguageExtensions, template.unreadMacros.isEmpty else { return }
        report(
            .malformedFunction, "\(function) needs the transform \(CloudFormationTemplate.languageExtensions)",
            help: "Add Transform: \(CloudFormationTemplate.languageExtensions) to the template.", at: origin)
    }

    /// "Did you mean" one of the names that are there.
    func suggestion(for name: String, among names: some Collection<String>) -> String? {
        nearestName(to: name, among: names).map { "Did you mean '\($0)'?" }
    }

    /// The name that was probably meant; `nil` as well when the run has compared enough names.
    func nearestName(to name: String, among names: some Collection<String>) -> String? {
        guard work.mayCompare(names.count) else { return nil }
        return NearestName.closest(to: name, among: names) ?? NearestName.completion(of: name, among: names)
    }

    // MARK: - Arguments of functions

    func evaluateArgument(_ function: IntrinsicFunction, at origin: Origin) -> Value {
        stack.functions.value(of: function.argument, at: origin, ignoringTag: function.isShortForm)
    }

    /// The arguments of a function that takes a list of `counts.lowerBound` to `counts.upperBound`; otherwise a problem is
    /// reported and `nil` comes back.
    func arguments(
        of function: IntrinsicFunction, _ counts: ClosedRange<Int>, shape: String, at origin: Origin
    ) -> [Node]? {
        if function.argument.kind == .sequence, counts.contains(function.argument.count) {
            return function.argument.elements
        }
        if function.argument.kind == .mapping, function.argument.entry("Fn::Transform") != nil { return nil }
        reportShape(of: function, shape, at: origin)
        return nil
    }

    func reportShape(of function: IntrinsicFunction, _ shape: String, at origin: Origin) {
        report(
            .malformedFunction, "\(function.name) takes \(shape)",
            help: "Write it as the CloudFormation reference shows: \(function.name) with \(shape).", at: origin)
    }

    func malformed(_ function: IntrinsicFunction, at origin: Origin) -> Value {
        .unknown(Reason("\(function.name) is malformed"), mayBeAbsent: true, origin: origin)
    }
}
