import Evaluation

extension ExpressionEvaluator {
    /// Begins the names that stand for the parts of a template that are not known.
    private static let partName = "ecslint_part_"

    /// What a template that is a value gives with the names it is given: text, with the parts that are not known in it.
    ///
    /// - Parameters:
    ///   - template: the template's text; parts of it may be unknown.
    ///   - members: what the names in it stand for.
    func rendered(_ template: Value, naming members: [Value.Member], at origin: Origin) -> Value {
        template.flatMap { template in
            var names = Names()
            for member in members { names.values[member.key] = member.value }
            guard let text = Self.text(of: template, naming: &names) else {
                return .unknown(madeOf: [template], Reason("the template is not known"), origin: origin)
            }
            guard text.utf8.count <= work.limits.textBytes, work.spend(text.utf8.count / 16, at: origin) else {
                return .unknown(Reason("the template is longer than a lint reads"), origin: origin)
            }
            guard let expression = try? ExpressionParser.template(text) else {
                return .unknown(Reason("the template is malformed"), mayBeAbsent: true, origin: origin)
            }
            let inner = ExpressionEvaluator(scope: TemplateFileScope(outer: scope), node: node)
            // Places inside the template's text are none of the text around it.
            return inner.value(of: expression, names, at: origin).placedThroughout(at: origin)
        }
    }

    /// The text with a sequence for each part that is not known; `nil` for what is no text.
    private static func text(of template: Value, naming names: inout Names) -> String? {
        if let text = template.convertedText { return text }
        guard case .text(let parts) = template.content else { return nil }
        var text = ""
        for (number, part) in parts.enumerated() {
            switch part {
            case .literal(let literal): text += literal
            case .value(let value):
                text += "${\(partName)\(number)}"
                names.values["\(partName)\(number)"] = value
            }
        }
        return text
    }
}
