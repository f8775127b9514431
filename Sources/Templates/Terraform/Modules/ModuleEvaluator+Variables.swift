import Evaluation
import Text
import YAMLBridge

extension ModuleEvaluator {
    func variableReference(_ name: String, at origin: Origin) -> Value {
        guard let block = configuration.block(.variable, name) else {
            if let planned = plannedVariable(name, written: nil, at: origin) { return planned }
            return undeclared(
                "variable", name, among: configuration.names(.variable), help: "Declare it, or correct the name.", at: origin)
        }
        let place = block.origin(resource: nil, path: [.key("variable"), .key(name)])
        let step = OriginStep(kind: .parameter(name: name), label: "variable \(prefix)\(name)", origin: place)
        return once("var.\(name)", at: place) { readVariable(name, block, at: place) }.moved(to: origin, step: step)
    }

    private func readVariable(_ name: String, _ block: ConfigurationBlock, at place: Origin) -> Value {
        let type = Self.type(of: block)
        let given = argument(name, type, at: place)
        let isNullable = block.entry("nullable")?.value.text != "false"
        let value: Value
        if let given, !given.isAbsent || isNullable {
            value = given
        } else {
            value = fallback(name, block, type, at: place)
        }
        if let planned = plannedVariable(name, written: value, at: place, type: type) {
            return block.entry("sensitive")?.value.text == "true" ? SensitiveValue.hidden(at: place) : planned
        }
        let evaluator = ExpressionEvaluator(scope: scope("var.\(name)"), node: block.body)
        let converted = type.converted(value) { evaluator.value(of: $0, .init(), at: $1) }
        guard block.entry("sensitive")?.value.text == "true" else { return converted }
        let text = "variable \(prefix)\(name) is sensitive, its value is not looked at"
        guard converted.openInput == nil else { return hidden(converted, Reason(text, input: input(name, block, type).secret)) }
        return hidden(converted, Reason(text, source: source(name)))
    }

    /// The type that a variable's block declares.
    static func type(of block: ConfigurationBlock) -> TypeConstraint {
        block.entry("type").flatMap { $0.value.holdsTemplates ? $0.value.literalText : $0.value.text }
            .map { TypeConstraint(unwrapped($0)) } ?? .any
    }

    /// What the declaration makes of lists and maps.
    func typing(ofVariable name: String) -> VariableTyping? {
        guard let block = configuration.block(.variable, name) else { return nil }
        switch Self.type(of: block) {
        case .any: return block.entry("type") == nil || block.entry("type")?.value.text == "any" ? .untyped : nil
        case .collection, .map: return .collection
        default: return nil
        }
    }

    /// Identifies a variable without value.
    private func source(_ name: String) -> String { "\(run.firstStack)#\(prefix)var.\(name)" }

    /// `"${string}"` means `string`.
    private static func unwrapped(_ type: String) -> String {
        type.hasPrefix("${") && type.hasSuffix("}") ? String(type.dropFirst(2).dropLast()) : type
    }

    // MARK: - What is given

    /// The value that the caller gives; `nil` when it gives none.
    private func argument(_ name: String, _ type: TypeConstraint, at place: Origin) -> Value? {
        guard let call else { return rootArgument(name, type, at: place) }
        guard let entry = call.block.entry(name) else { return nil }
        let origin = call.block.origin(resource: nil, path: [.key("module"), .key(call.name)])
            .child(.key(name), node: entry.value, key: entry.key)
        let scope = call.parent.scope("module.\(call.name)", call.repetition)
        let step = OriginStep(
            kind: .parameter(name: name), label: "\(name) of module \(call.parent.prefix)module.\(call.name)",
            origin: origin)
        return BodyReader(scope: scope).value(entry.value, at: origin).moved(to: place, step: step)
    }

    /// Flags come before files, and of these the later ones before the earlier ones
    /// (https://developer.hashicorp.com/terraform/language/values/variables, "Variable Definition Precedence").
    private func rootArgument(_ name: String, _ type: TypeConstraint, at place: Origin) -> Value? {
        let own = configuration.documents.compactMap { run.options.parametersByPath[$0.path]?[name] }.first
        if let given = own ?? run.options.parameters[name] {
            let step = OriginStep(kind: .parameter(name: name), label: "\(name) from \(given.source)", origin: nil)
            return flag(given.text, type, at: place).moved(to: place, step: step)
        }
        for document in variableFiles.reversed() {
            guard let entry = document.root?.entry(name) else { continue }
            let origin = Origin(node: entry.value, key: entry.key, parent: nil, component: .key(name), resource: nil)
            let step = OriginStep(
                kind: .parameter(name: name), label: "\(name) from \(ModuleConfiguration.fileName(document.path))",
                origin: origin)
            return written(entry.value, name, at: origin).moved(to: place, step: step)
        }
        return nil
    }

    /// A text of the command line: lists and maps are written as expressions, lists also with commas.
    private func flag(_ text: String, _ type: TypeConstraint, at place: Origin) -> Value {
        let isStructure = text.first { !$0.isWhitespace }.map { $0 == "[" || $0 == "{" } ?? false
        if !type.takesPlainText || isStructure && type.isAny, let expression = try? ExpressionParser.expression(text) {
            return ExpressionEvaluator(scope: scope("var"), node: place.node).value(of: expression, .init(), at: place)
        }
        // A witness writes null for every type, and `true` and `1` for a variable that takes any.
        if text == "null" { return Value(.absent, origin: place) }
        if type.isAny, let expression = try? ExpressionParser.expression(text), let datum = TypeConstraint.datum(expression) {
            return datum.value(at: place)
        }
        guard !type.takesPlainText, !isStructure else { return .text(text, origin: place) }
        let elements = text.pieces(separatedBy: ",").map {
            Value.text($0.trimmed, origin: place)
        }
        return Value(.list(elements, open: []), origin: place)
    }

    // MARK: - Open variables

    /// A variable without value as something that the user gives.
    private func input(_ name: String, _ block: ConfigurationBlock, _ type: TypeConstraint) -> OpenInput {
        OpenInput(
            key: source(name), name: "\(prefix)\(name)", kind: .variable, shape: type.shape,
            isNullable: block.entry("nullable")?.value.text != "false")
    }

    // MARK: - Defaults

    private func fallback(_ name: String, _ block: ConfigurationBlock, _ type: TypeConstraint, at place: Origin) -> Value {
        guard let entry = block.entry("default") else {
            return run.options.open(input(name, block, type), "variable \(prefix)\(name) has no value", at: place)
        }
        guard run.options.assumesDefaults || call != nil || run.facts != nil else {
            return run.options.open(input(name, block, type), "variable \(prefix)\(name) has only a default", at: place)
        }
        let origin = place.child(.key("default"), node: entry.value, key: entry.key)
        let value = written(entry.value, name, at: origin)
        // In a module that is called, nobody else can give a value; in a plan, nobody has.
        return call == nil && run.facts == nil ? value.assumed(name, at: origin) : value
    }

    /// A value that names nothing: JSON as it is, or an expression of literals.
    private func written(_ node: Node, _ name: String, at origin: Origin) -> Value {
        node.holdsTemplates ? literal(node, at: origin) : BodyReader(scope: scope("var.\(name)")).value(node, at: origin)
    }

    /// JSON without templates: defaults and variable files.
    func literal(_ node: Node, at origin: Origin) -> Value {
        .tree(node, at: origin) { node, place in
            guard node.style == .plain else { return .text(node.text, origin: place) }
            return Value(.scalar(.init(ExactNumber(node.text)?.text ?? node.text, isQuoted: false)), origin: place)
        }
    }
}

extension Value {
    /// The value as an assumed default, each part of it under its own name: `sizes.small`.
    fileprivate func assumed(_ name: String, at place: Origin) -> Value {
        switch content {
        case .list(let elements, let open):
            let parts = elements.enumerated().map { $1.assumed("\(name)[\($0)]", at: place) }
            return Value(.list(parts, open: open), origin: origin, steps: emptied(elements.isEmpty, "[]", name, place))
        case .map(let members, _):
            let parts = members.map { Member(key: $0.key, value: $0.value.assumed("\(name).\($0.key)", at: place)) }
            return Value(.map(parts), origin: origin, steps: emptied(members.isEmpty, "{}", name, place))
        case .scalar, .absent:
            let step = OriginStep(
                kind: .assumedDefault(parameter: name, value: knownText ?? "null"), label: "variable \(name), its default",
                origin: place)
            return Value(content, origin: origin, steps: [step] + steps)
        case .text, .reference, .external, .choice, .unknown: return self
        }
    }

    /// An empty list or map has no parts that would say that it is a default.
    private func emptied(_ isEmpty: Bool, _ text: String, _ name: String, _ place: Origin) -> [OriginStep] {
        guard isEmpty else { return steps }
        let kind = OriginStep.Kind.assumedDefault(parameter: name, value: text)
        return [OriginStep(kind: kind, label: "variable \(name), its default", origin: place)] + steps
    }
}
