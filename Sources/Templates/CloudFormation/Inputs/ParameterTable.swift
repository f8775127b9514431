import Evaluation
import Text
import YAMLBridge

/// The parameters of a template and those that AWS gives: the value of each, read once.
final class ParameterTable: StackPart {
    unowned let stack: StackEvaluator
    private var parameters = Memo<String, Value>()

    init(_ stack: StackEvaluator) {
        self.stack = stack
    }

    /// A parameter's value as `Ref` gives it; `nil` when there is no such parameter.
    func value(of name: String) -> Value? {
        guard let entry = sections.parameters[name] else { return nil }
        let origin = origin(of: entry.value, key: entry.key, in: "Parameters")
        switch parameters.begin(name) {
        case .known(let value): return value
        case .underway:
            report(
                .circularReference, "parameter \(name) depends on itself through the stacks that pass it",
                help: "Break the circle: one of the stacks must get the value from elsewhere.", at: origin)
            return .unknown(Reason("parameter \(name) depends on itself"), origin: origin)
        case .begun: break
        }
        let written = typed(passedOrDefault(name, entry, origin: origin), type: entry.value["Type"]?.text ?? "String")
        let value = bounded(written, at: origin)
        checkAllowedValues(of: name, entry, value: value)
        let shown = Self.isSecret(entry.value) ? hidden(value, name: name, at: origin) : value
        return parameters.end(name, with: shown)
    }

    private static func isSecret(_ parameter: Node) -> Bool {
        parameter["NoEcho"].flatMap { ConditionTable.truth($0.text) } ?? false
    }

    /// The value of a `NoEcho` parameter: known to be there, and never shown.
    private func hidden(_ value: Value, name: String, at origin: Origin) -> Value {
        let source = "\(index)#\(name)"
        if let text = value.knownText { stack.builder.parameterFacts["?\(source)"] = ParameterFacts(hidden: text) }
        let text = "parameter \(displayName(name)) is NoEcho, its value is not looked at"
        let reason = value.openInput.map { Reason(text, input: $0.secret) } ?? Reason(text, source: source)
        return .unknown(reason, origin: origin)
    }

    private func passedOrDefault(_ name: String, _ entry: SectionEntry, origin: Origin) -> Value {
        guard let argument = stack.argument(name) else { return withoutArgument(name, entry, origin: origin) }
        // Where a condition passes nothing, the default counts.
        guard argument.value.absence != .never else { return argument.value.moved(to: origin, step: argument.step) }
        return argument.value.flatMap { passed in
            passed.isAbsent
                ? withoutArgument(name, entry, origin: origin) : passed.moved(to: origin, step: argument.step)
        }
    }

    private func withoutArgument(_ name: String, _ entry: SectionEntry, origin: Origin) -> Value {
        guard let fallback = entry.value.entry("Default"), fallback.value.kind == .scalar else {
            return withoutValue(name, entry, "has no value", origin: origin)
        }
        guard options.assumesDefaults else {
            return withoutValue(name, entry, "has only a default", origin: origin)
        }
        let place = origin.child(.key("Default"), node: fallback.value, key: fallback.key)
        let step = OriginStep(
            kind: .assumedDefault(parameter: name, value: fallback.value.text),
            label: "parameter \(displayName(name)), its default", origin: place)
        return Value(.scalar(Self.scalar(fallback.value)), origin: origin, steps: [step])
    }

    /// The value of a parameter that nobody gives one, with what is known of it all the same.
    private func withoutValue(_ name: String, _ entry: SectionEntry, _ state: String, origin: Origin) -> Value {
        let source = "\(index)#\(name)"
        var text = "parameter \(displayName(name)) \(state)"
        // Of a list each element is among the allowed values, of what AWS looks up the name is.
        let allowed = Self.takesOneText(entry.value["Type"]?.text ?? "String") ? Self.allowedValues(entry.value) : []
        if !allowed.isEmpty { stack.builder.parameterFacts["?\(source)"] = ParameterFacts(allowed: allowed) }
        let isTried = allowed.count <= Value.mostAllowedValues
        if !isTried { text += " and \(allowed.count) allowed values, more than the \(Value.mostAllowedValues) that are tried" }
        return options.open(input(name, entry.value, allowed: allowed), text, allowed: isTried ? allowed : [], at: origin)
    }

    /// A parameter without value as something that the user gives, with what its declaration demands
    /// (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html).
    private func input(_ name: String, _ parameter: Node, allowed: [String]) -> OpenInput {
        let demands = ParameterDemands(parameter, allowed: Self.allowedValues(parameter))
        return OpenInput(
            key: "\(index)#\(name)", name: displayName(name), kind: .parameter, shape: demands.isList ? .list(.text) : .text,
            allowed: allowed.map(Datum.text), literals: demands.literals, isConstrained: demands.isConstrained,
            accepts: demands.accept)
    }

    private static func takesOneText(_ type: String) -> Bool {
        !type.hasPrefix("AWS::SSM::Parameter::Value") && type != "CommaDelimitedList" && !type.hasPrefix("List<")
    }

    /// Gives a passed text the shape of the parameter's type: a list for list types, unknown for what AWS looks up.
    private func typed(_ value: Value, type: String) -> Value {
        if type.hasPrefix("AWS::SSM::Parameter::Value") {
            return value.flatMap { path in
                let name = path.knownText.map { " \($0)" } ?? ""
                let source = path.identityKey.map { "\(type)#\($0)" }
                let text = "SSM parameter\(name) is read at deployment"
                guard let source else { return .unknown(Reason(text), origin: value.origin) }
                let input = OpenInput.systemsManager(key: source, name: "SSM parameter\(name)", type: type)
                return options.open(input, text, at: value.origin)
            }
        }
        guard type == "CommaDelimitedList" || type.hasPrefix("List<") else { return value }
        return value.flatMap { part in
            guard case .scalar(let scalar) = part.content else { return listOfUnknownText(part) }
            work.spend(scalar.text.utf8.count / 16, at: value.origin)
            let elements = scalar.text.split(separator: ",", omittingEmptySubsequences: false).map { element in
                Value(.scalar(.init(element.trimmed)), origin: part.origin, steps: part.steps)
            }
            return Value(.list(elements, open: []), origin: part.origin, steps: part.steps)
        }
    }

    /// Text with unknown parts that AWS will cut at commas: how many elements that gives is known only when none of them may
    /// hold a comma.
    private func listOfUnknownText(_ value: Value) -> Value {
        switch value.content {
        case .text, .reference: break
        default: return value
        }
        return stack.functions.listAtCommas(value, at: value.origin)
            ?? .unknown(Reason("a list made of a text that is not wholly known"), origin: value.origin)
    }

    private static func allowedValues(_ parameter: Node) -> [String] {
        var seen: Set<String> = []
        let elements = parameter["AllowedValues"]?.elements ?? []
        return elements.compactMap { $0.kind == .scalar && seen.insert($0.text).inserted ? $0.text : nil }
    }

    private func checkAllowedValues(of name: String, _ entry: SectionEntry, value: Value) {
        guard let node = entry.value["AllowedValues"], node.kind == .sequence else { return }
        let allowed = Self.allowedValues(entry.value)
        let texts: [String]
        switch value.content {
        case .scalar(let scalar): texts = [scalar.text]
        case .list(let elements, _): texts = elements.compactMap(\.knownText)
        default: return
        }
        let known = Set(allowed)
        guard let wrong = texts.first(where: { !known.contains($0) }) else { return }
        let shown = Self.isSecret(entry.value) ? "has a value" : "is '\(wrong)'"
        let place = value.steps.compactMap(\.origin).first ?? origin(of: entry.value, key: entry.key, in: "Parameters")
        report(
            .valueOutsideAllowedValues, "parameter \(displayName(name)) \(shown), which is not among its AllowedValues",
            help: "Give one of: \(allowed.prefix(10).joined(separator: ", ")).", at: place)
    }

    /// A pseudo parameter's value; `nil` when the name is none.
    func pseudoParameter(_ name: String, origin: Origin) -> Value? {
        switch name {
        case "AWS::NoValue": return Value(.absent, origin: origin)
        case "AWS::Region":
            if let region = options.region { return Value(.scalar(.init(region)), origin: origin) }
        case "AWS::AccountId", "AWS::StackName", "AWS::StackId", "AWS::Partition", "AWS::URLSuffix",
            "AWS::NotificationARNs":
            break
        default: return nil
        }
        let scope = name == "AWS::StackName" || name == "AWS::StackId" ? "\(index)" : ""
        let input = OpenInput.pseudoParameter(name, key: "\(scope)#\(name)", region: options.region)
        return options.open(input, "\(name) is known at deployment only", at: origin)
    }

    static func scalar(_ node: Node) -> Value.Scalar { .init(node.text, isQuoted: node.style != .plain) }
}
