import Evaluation
import YAMLBridge

/// Lists that stand in the brackets of a list, as the arguments of resources have them.
///
/// Terraform before 0.12 flattened `["${var.subnets}"]`, and much that is copied from then still says so
/// (https://developer.hashicorp.com/terraform/language/v1.1.x/upgrade-guides/0-12, "Referring to List Variables"). What is not
/// known and may be a list there is any number of elements.
struct BracketedList {
    /// Whose names the expressions use.
    let module: ModuleEvaluator

    /// Whether an expression gives one value or several.
    private enum Shape {
        case one, several, unknown
    }

    /// Most local values, variables and outputs that one name is followed through.
    private static let mostHops = 16

    /// The value of an argument with the lists in its brackets spliced in.
    func spliced(_ value: Value, of node: Node) -> Value {
        guard case .list(let elements, let open) = value.content, !value.isJSONText,
            elements.contains(where: { $0.isOpaque || $0.isChoice || $0.isPlainList })
        else { return value }
        let written = elements.contains(where: \.mayBeOpaque) ? written(node, Self.mostHops) : nil
        let isAligned = written?.elements.count == elements.count
        var parts = Parts(open: open, mentions: value.mentions)
        for (number, element) in elements.enumerated() {
            let inner = written.map { BracketedList(module: $0.module) } ?? self
            inner.splice(element, isAligned ? written?.elements[number] : nil, when: .always, into: &parts)
        }
        return Value(
            .list(parts.elements, open: Reason.unique(parts.open)), origin: value.origin, steps: value.steps,
            mentions: parts.mentions)
    }

    private struct Parts {
        var elements: [Value] = []
        var open: [Reason]
        var mentions: [Reference]
    }

    /// - Parameter written: what the element is written as, where that is known.
    private func splice(
        _ element: Value, _ written: Expression?, when condition: Condition, into parts: inout Parts
    ) {
        switch element.content {
        case .list(let inner, let more) where !element.isJSONText:
            for value in inner { splice(value, nil, when: condition, into: &parts) }
            parts.open += more
        case .choice(let question, let yes, let no):
            if case .conditional(_, let left, let right)? = written?.bare.form {
                splice(yes, left, when: condition.and(question), into: &parts)
                splice(no, right, when: condition.and(question.negated), into: &parts)
            } else if yes.isPlainList || no.isPlainList {
                splice(yes, nil, when: condition.and(question), into: &parts)
                splice(no, nil, when: condition.and(question.negated), into: &parts)
            } else {
                add(element, written, when: condition, to: &parts)
            }
        default: add(element, written, when: condition, to: &parts)
        }
    }

    private func add(_ element: Value, _ written: Expression?, when condition: Condition, to parts: inout Parts) {
        guard element.mayBeOpaque, !element.isOneByItsName, let written, shape(written, Self.mostHops) != .one else {
            parts.elements.append(element.present(when: condition))
            return
        }
        parts.open += element.unknownReasons
        parts.mentions += element.allMentions
    }

    // MARK: - What is written

    /// The elements between the brackets that a text, a local value or the argument of a module spells.
    private typealias Written = (elements: [Expression], module: ModuleEvaluator)

    private func written(_ node: Node, _ hops: Int) -> Written? {
        guard node.kind == .scalar else {
            let elements = node.elements.compactMap { Self.expression(of: $0) }
            return elements.count == node.elements.count ? (elements, module) : nil
        }
        return Self.expression(of: node).flatMap { written($0, hops) }
    }

    private func written(_ expression: Expression, _ hops: Int) -> Written? {
        switch expression.bare.form {
        case .tuple(let elements): return (elements, module)
        case .attribute(let source, let name):
            guard hops > 0, let target = target(name, of: source.form) else { return nil }
            return BracketedList(module: target.module).written(target.node, hops - 1)
        default: return nil
        }
    }

    private func target(_ name: String, of source: Expression.Form) -> (node: Node, module: ModuleEvaluator)? {
        switch source {
        case .variable(let root): return target(root, name)
        case .attribute(let outer, let call):
            guard case .variable("module") = outer.form else { return nil }
            return output(name, of: call)
        default: return nil
        }
    }

    /// Where the value of a module's output stands.
    private func output(_ name: String, of call: String) -> (node: Node, module: ModuleEvaluator)? {
        guard let block = module.configuration.block(.module, call),
            case .read(_, let modules) = module.use(of: call, block), let inner = modules.first?.module
        else { return nil }
        return inner.configuration.block(.output, name)?.entry("value").map { ($0.value, inner) }
    }

    private static func expression(of node: Node) -> Expression? {
        guard node.kind == .scalar else { return nil }
        return try? node.holdsTemplates ? ExpressionParser.template(node.text) : ExpressionParser.expression(node.text)
    }

    /// Where a local value or what a module is given stands.
    private func target(_ root: String, _ name: String) -> (node: Node, module: ModuleEvaluator)? {
        switch root {
        case "local": return module.configuration.locals[name].map { ($0.value, module) }
        case "var": return module.call.flatMap { call in call.block.entry(name).map { ($0.value, call.parent) } }
        default: return nil
        }
    }

    // MARK: - Shapes

    private func shape(_ node: Node, in module: ModuleEvaluator, _ hops: Int) -> Shape {
        BracketedList(module: module).shape(node, hops)
    }

    private func shape(_ node: Node, _ hops: Int) -> Shape {
        if node.kind == .sequence { return .several }
        return Self.expression(of: node).map { shape($0, hops) } ?? .unknown
    }

    private func shape(_ expression: Expression, _ hops: Int) -> Shape {
        guard hops > 0 else { return .unknown }
        let expression = expression.bare
        switch expression.form {
        case .null, .truth, .number, .template, .not, .negative, .binary: return .one
        case .tuple, .forTuple, .splat: return .several
        case .conditional(_, let yes, let no): return joint([yes, no], hops)
        case .call(let call): return shape(of: call, hops)
        case .variable, .attribute, .index: return shapeOfTraversal(expression, hops)
        case .object, .forObject, .splatElement, .parentheses: return .unknown
        }
    }

    private func joint(_ expressions: [Expression], _ hops: Int) -> Shape {
        let shapes = expressions.map { shape($0, hops - 1) }
        return shapes.allSatisfy { $0 == .one } ? .one : .unknown
    }

    /// Functions that give lists, or sets, which are flattened alike.
    private static let listFunctions: Set<String> = [
        "chunklist", "cidrsubnets", "coalescelist", "compact", "concat", "distinct", "flatten", "formatlist", "keys", "list",
        "matchkeys", "range", "regexall", "reverse", "setintersection", "setproduct", "setsubtract", "setunion", "slice",
        "sort", "split", "tolist", "toset", "values",
    ]

    private func shape(of call: Expression.FunctionCall, _ hops: Int) -> Shape {
        if Self.listFunctions.contains(call.name) { return .several }
        switch call.name {
        case "try", "coalesce", "sensitive", "nonsensitive", "ephemeralasnull": return joint(call.arguments, hops)
        case "jsondecode", "yamldecode", "merge", "tomap", "zipmap", "transpose": return .unknown
        default: return call.name.hasPrefix("provider::") ? .unknown : .one
        }
    }

    /// A name with steps behind it.
    private func shapeOfTraversal(_ expression: Expression, _ hops: Int) -> Shape {
        var names: [String] = []
        var start = expression
        while true {
            switch start.form {
            case .attribute(let source, let name):
                names.append(name)
                start = source
            case .index(let source, let key):
                // An element of a list is taken for one, as Terraform had no lists of lists then.
                if names.isEmpty, case .number = key.form { return .one }
                names.append("")
                start = source
            default:
                guard case .variable(let root) = start.form else { return .unknown }
                return shape(root, Array(names.reversed()), hops)
            }
        }
    }

    private func shape(_ root: String, _ names: [String], _ hops: Int) -> Shape {
        let last = names.last.map { $0.isEmpty || Reference.mayBeList($0) ? Shape.unknown : .one } ?? .unknown
        switch (root, names.first) {
        case ("var", let name?) where names.count == 1: return shapeOfVariable(name, hops)
        case ("local", let name?) where names.count == 1: return target(root, name).map { shape($0.node, hops - 1) } ?? .unknown
        case ("module", let call?) where names.count == 2:
            return output(names[1], of: call).map { shape($0.node, in: $0.module, hops - 1) } ?? last
        case ("each", "key"?), ("count", _), ("path", _), ("terraform", _): return .one
        case ("each", _) where names.count == 1: return .unknown
        default: return last
        }
    }

    private func shapeOfVariable(_ name: String, _ hops: Int) -> Shape {
        guard let block = module.configuration.block(.variable, name) else { return .unknown }
        switch ModuleEvaluator.type(of: block) {
        case .string, .number, .truth: return .one
        case .collection, .tuple: return .several
        case .object, .map: return .unknown
        case .any:
            // Without a type it is what the module is given, or what it is called.
            guard let target = target("var", name) else { return Reference.mayBeList(name) ? .unknown : .one }
            return shape(target.node, in: target.module, hops - 1)
        }
    }
}

extension Expression {
    /// The expression without brackets around it: `"${x}"` and `(x)` are `x`.
    fileprivate var bare: Expression {
        switch form {
        case .parentheses(let inner): return inner.bare
        case .template(let pieces):
            guard pieces.count == 1, case .interpolation(let inner)? = pieces.first else { return self }
            return inner.bare
        default: return self
        }
    }
}

extension Value {
    /// Whether nothing is known of it, or of what it is under one condition.
    fileprivate var mayBeOpaque: Bool {
        guard case .choice(_, let yes, let no) = content else { return isOpaque }
        return yes.mayBeOpaque || no.mayBeOpaque
    }

    /// Whether it is an attribute that is called as one value is, by whatever names it came here.
    fileprivate var isOneByItsName: Bool {
        guard case .reference(let reference) = content, case .named = reference.attribute else { return false }
        return !reference.mayBeList
    }

    /// Whether it is a list and no text that `jsonencode` made of one.
    fileprivate var isPlainList: Bool {
        guard case .list = content else { return false }
        return !isJSONText
    }
}
