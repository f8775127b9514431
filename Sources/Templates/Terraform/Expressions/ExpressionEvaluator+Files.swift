import Evaluation
import Text
import YAMLBridge

extension ExpressionEvaluator {
    /// Functions that read files, or a text as a template.
    ///
    /// Source: https://developer.hashicorp.com/terraform/language/functions/templatefile; its templates see the names that
    /// they are given and nothing else, and cannot read further templates.
    static let fileFunctions = Set(FunctionTable.fileDigests.keys).union([
        "file", "filebase64", "fileexists", "templatefile", "templatestring",
    ])

    /// What a function of files gives; `nil` where the file is not at hand, or its path is not known.
    func fileCall(_ name: String, _ values: [Value], at origin: Origin) throws(ExpressionFailure) -> Value? {
        let takesNames = name.hasPrefix("template")
        guard values.count == (takesNames ? 2 : 1) else { return nil }
        guard let argument = values[0].convertedText else { return nil }
        guard let text = name == "templatestring" ? argument : scope.file(argument) else { return nil }
        guard text.utf8.count <= work.limits.textBytes, work.spendReading(bytes: text.utf8.count, at: origin) else { return nil }
        if let kind = FunctionTable.fileDigests[name] {
            return .text(FunctionTable.digested(text, kind), origin: origin)
        }
        switch name {
        case "fileexists": return .truth(true, origin: origin)
        case "file": return .text(text, origin: origin)
        case "filebase64": return .text(Base64.encoded(Array(text.utf8)), origin: origin)
        default: return try template(text, values[1], at: origin)
        }
    }

    private func template(_ text: String, _ given: Value, at origin: Origin) throws(ExpressionFailure) -> Value? {
        guard case .map(let members, open: []) = given.content else { return nil }
        guard let expression = try? ExpressionParser.template(text) else { throw ExpressionFailure("the template is malformed") }
        var names = Names()
        for member in members { names.values[member.key] = member.value }
        let inner = ExpressionEvaluator(scope: TemplateFileScope(outer: scope), node: node)
        // Places inside the template's text are none of the text around the call.
        return try inner.evaluate(expression, names, at: origin).placedThroughout(at: origin)
    }
}

/// What names stand for in a template file: only those that it is given stand for something.
struct TemplateFileScope: ExpressionScope {
    let outer: any ExpressionScope

    var work: EvaluationWork { outer.work }
    var facts: ProviderFacts { outer.facts }
    var identity: String { outer.identity + "#template" }

    func report(_ problem: TemplateProblem) {}

    func value(
        of name: String, _ steps: [TraversalStep], at origin: Origin
    ) throws(ExpressionFailure) -> (value: Value, taken: Int) {
        (.unknown(Reason("the template is not given '\(name.prefix(60))'"), mayBeAbsent: true, origin: origin), steps.count)
    }

    func attribute(_ name: String, of resource: ResourceID, at origin: Origin) -> Value {
        outer.attribute(name, of: resource, at: origin)
    }

    func file(_ path: String) -> String? { nil }
}
