import Evaluation
import YAMLBridge

/// What the text of a block refers to, whether it is evaluated or not: Terraform orders its work by that
/// (https://developer.hashicorp.com/terraform/internals/graph, "Building the Graph").
struct WrittenReferences {
    /// Something of the same module, or an output of one that it calls.
    enum Target: Hashable {
        case resource(ModuleConfiguration.Section, String)
        case local(String)
        case variable(String)
        /// Without an output all of them are meant.
        case output(module: String, String?)
        /// Everything in a module that is called: what `depends_on` names.
        case module(String)
    }

    private(set) var targets: Set<Target> = []

    // MARK: - Nodes

    /// Adds what an argument or a block refers to.
    mutating func add(_ node: Node) {
        switch node.kind {
        case .scalar: if let expression = Self.expression(of: node) { add(expression, bound: []) }
        case .sequence: for element in node.elements { add(element) }
        case .mapping:
            for entry in node.entries where !entry.isComment {
                if node.holdsTemplates, entry.key.text.utf8.contains(UInt8(ascii: "{")) { add(entry.key) }
                add(entry.value)
            }
        }
    }

    /// Adds what `depends_on` or `replace_triggered_by` names: references, in JSON and before Terraform 0.12 in quotes.
    mutating func addNames(_ node: Node) {
        if node.kind == .sequence {
            for element in node.elements { addNames(element) }
            return
        }
        guard node.kind == .scalar, let expression = try? ExpressionParser.expression(node.text) else { return }
        if case .tuple(let elements) = expression.form {
            for element in elements { addName(element) }
        } else {
            addName(expression)
        }
    }

    private mutating func addName(_ expression: Expression) {
        if case .template(let pieces) = expression.form, pieces.count == 1, case .literal(let text)? = pieces.first {
            if let inner = try? ExpressionParser.expression(text) { addName(inner) }
            return
        }
        var inner = WrittenReferences()
        inner.add(expression, bound: [])
        for target in inner.targets {
            if case .output(let module, nil) = target { targets.insert(.module(module)) } else { targets.insert(target) }
        }
    }

    /// `nil` for what refers to nothing, which most arguments are.
    private static func expression(of node: Node) -> Expression? {
        let text = node.text
        let holdsSequence = text.utf8.contains(UInt8(ascii: "{"))
        if node.holdsTemplates {
            guard node.style != .plain, holdsSequence else { return nil }
            return try? ExpressionParser.template(text)
        }
        guard let first = text.utf8.first, !first.isDigit, first != UInt8(ascii: "\"") || holdsSequence else { return nil }
        return try? ExpressionParser.expression(text)
    }

    // MARK: - Expressions

    /// - Parameter bound: names that loops around the expression give.
    private mutating func add(_ expression: Expression, bound: Set<String>) {
        switch expression.form {
        case .null, .truth, .number, .splatElement: break
        case .template(let pieces): add(pieces, bound: bound)
        case .variable, .attribute, .index: addTraversal(expression, output: nil, bound: bound)
        case .splat(let source, let each):
            addTraversal(source, output: each.firstNameOfElement, bound: bound)
            add(each, bound: bound)
        case .call(let call): for argument in call.arguments { add(argument, bound: bound) }
        case .not(let inner), .negative(let inner), .parentheses(let inner): add(inner, bound: bound)
        case .binary:
            var first = expression
            while case .binary(_, let left, let right) = first.form {
                add(right, bound: bound)
                first = left
            }
            add(first, bound: bound)
        case .conditional(let condition, let yes, let no): for part in [condition, yes, no] { add(part, bound: bound) }
        case .tuple(let elements): for element in elements { add(element, bound: bound) }
        case .object(let items):
            for item in items {
                add(item.key, bound: bound)
                add(item.value, bound: bound)
            }
        case .forTuple(let clause, let value): add(clause, [value], bound: bound)
        case .forObject(let clause, let key, let value, _): add(clause, [key, value], bound: bound)
        }
    }

    private mutating func add(_ clause: Expression.ForClause, _ parts: [Expression], bound: Set<String>) {
        add(clause.collection, bound: bound)
        let inner = bound.union([clause.keyName, clause.valueName].compactMap(\.self))
        for part in parts + (clause.condition.map { [$0] } ?? []) { add(part, bound: inner) }
    }

    private mutating func add(_ pieces: [TemplatePiece], bound: Set<String>) {
        for piece in pieces {
            switch piece {
            case .literal: break
            case .interpolation(let expression): add(expression, bound: bound)
            case .conditional(let condition, let yes, let no):
                add(condition, bound: bound)
                add(yes, bound: bound)
                add(no, bound: bound)
            case .loop(let clause, let body):
                add(clause, [], bound: bound)
                add(body, bound: bound.union([clause.keyName, clause.valueName].compactMap(\.self)))
            }
        }
    }

    /// A name with steps behind it, or steps behind something else.
    ///
    /// - Parameter output: what a splat behind it takes of each element.
    private mutating func addTraversal(_ expression: Expression, output: String?, bound: Set<String>) {
        var names: [String] = []
        var start = expression
        walk: while true {
            switch start.form {
            case .attribute(let source, let name):
                names.append(name)
                start = source
            case .index(let source, let key):
                if case .template(let pieces) = key.form, pieces.count == 1, case .literal(let text)? = pieces.first {
                    // An index by a literal may be a name, as in local["name"]; a copy's key is passed over below.
                    names.append("[" + text)
                } else {
                    add(key, bound: bound)
                    names.append("[")
                }
                start = source
            default: break walk
            }
        }
        guard case .variable(let root) = start.form else { return add(start, bound: bound) }
        guard !bound.contains(root) else { return }
        if let target = Self.target(root, names.reversed(), output: output) { targets.insert(target) }
    }

    private static func target(_ root: String, _ steps: [String], output: String?) -> Target? {
        func name(_ place: Int) -> String? {
            guard steps.indices.contains(place) else { return nil }
            return steps[place].hasPrefix("[") ? String(steps[place].dropFirst()) : steps[place]
        }
        switch root {
        case "var": return name(0).map { .variable($0) }
        case "local": return name(0).map { .local($0) }
        case "each", "count", "path", "terraform", "self", "ephemeral": return nil
        case "module":
            guard let call = name(0) else { return nil }
            let rest = steps.dropFirst().first { !$0.hasPrefix("[") }
            return .output(module: call, rest ?? output)
        case "data", "resource":
            guard let type = name(0), let label = name(1) else { return nil }
            return .resource(root == "data" ? .data : .resource, "\(type).\(label)")
        default: return name(0).map { .resource(.resource, "\(root).\($0)") }
        }
    }
}

extension Expression {
    /// The attribute that a splat takes of its element itself: `out` of `[*].out.arn`.
    fileprivate var firstNameOfElement: String? {
        switch form {
        case .attribute(let source, let name):
            if case .splatElement = source.form { return name }
            return source.firstNameOfElement
        case .index(let source, _): return source.firstNameOfElement
        default: return nil
        }
    }
}
