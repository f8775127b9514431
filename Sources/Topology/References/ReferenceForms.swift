import Evaluation
import Templates

/// Tells names, ARNs, URLs and ids apart, in references as in texts, and what AWS takes in which place.
///
/// What surely has another form than its place takes links nothing: AWS refuses it, or no metric has such a dimension.
struct ReferenceForms {
    let assembly: ModelAssembly

    /// One of the values that may stand in a place, in a form that AWS does not take there.
    struct Slip {
        let value: Value
        let form: ReferenceForm
        let condition: Condition
    }

    /// What a value surely is; `nil` where that is open.
    func form(of value: Value) -> ReferenceForm? {
        switch value.content {
        case .reference(let reference): form(of: reference)
        case .scalar(let scalar): Self.form(ofText: scalar.text)
        case .text(let parts): form(of: parts)
        case .absent, .unknown, .external, .list, .map, .choice: nil
        }
    }

    /// The value, with something outside of the input in the place of what surely has another form than is due.
    func value(_ value: Value, due: ReferenceForm) -> Value {
        switch value.content {
        case .choice(let condition, let yes, let no):
            return Value.choice(
                condition, self.value(yes, due: due), self.value(no, due: due), origin: value.origin)
        case .list(let elements, let open):
            guard elements.contains(where: { hasSlip($0, due: due) }) else { return value }
            let right = elements.map { self.value($0, due: due) }
            return Value(.list(right, open: open), origin: value.origin, steps: value.steps)
        default:
            guard let form = form(of: value), form != due else { return value }
            return Value(
                .external(description: "what \(form.phrase) names where \(due.phrase) is due"), origin: value.origin,
                steps: value.steps)
        }
    }

    /// What may stand in a place and surely has another form than is due.
    func slips(in value: Value, due: ReferenceForm, when condition: Condition = .always) -> [Slip] {
        switch value.content {
        case .choice(let split, let yes, let no):
            return slips(in: yes, due: due, when: condition.and(split))
                + slips(in: no, due: due, when: condition.and(split.negated))
        case .list(let elements, _): return elements.flatMap { slips(in: $0, due: due, when: condition) }
        default:
            guard let form = form(of: value), form != due else { return [] }
            return [Slip(value: value, form: form, condition: condition)]
        }
    }

    private func hasSlip(_ value: Value, due: ReferenceForm) -> Bool { !slips(in: value, due: due).isEmpty }

    // MARK: - References

    private func form(of reference: Reference) -> ReferenceForm? {
        guard let type = assembly.typesByResource[reference.resource] else { return nil }
        if let form = ReferenceTable.form(of: reference.attribute, type: type) { return form }
        guard let value = assembly.value(behind: reference) else { return nil }
        if case .reference(let other) = value.content, other == reference { return nil }
        return form(of: value)
    }

    /// What to write in place of a reference to get the form that is due; `nil` where no attribute has it.
    func advice(for value: Value, due: ReferenceForm) -> String? {
        guard case .reference(let reference) = value.content, let type = assembly.typesByResource[reference.resource],
            let row = ReferenceTable.row(of: type)
        else { return nil }
        let id = reference.resource.logicalID
        if type.contains("::") {
            if row.identifier == due { return "!Ref \(id)" }
            return row.attributes.filter { $0.value == due }.keys.min().map { "!GetAtt \(id).\($0)" }
        }
        let names = row.attributes.filter { $0.value == due }.keys.sorted()
        return (names.first { $0 == due.attribute } ?? names.first).map { "\(id).\($0)" }
    }

    // MARK: - Texts

    /// Signs of something that is put in before deployment: a dynamic reference, a variable of a template engine.
    private static let openSigns: Set<Character> = ["{", "}", "<", ">", "$", "%"]

    private static func form(ofText text: String) -> ReferenceForm? {
        guard !text.isEmpty, !text.contains(where: { openSigns.contains($0) || $0.isWhitespace }) else { return nil }
        if let address = address(begunBy: text) { return address }
        return text.contains("://") ? nil : .name
    }

    private static func address(begunBy text: String) -> ReferenceForm? {
        if text.hasPrefix("arn:") { return .arn }
        return text.hasPrefix("https://") || text.hasPrefix("http://") ? .url : nil
    }

    /// Only its first part tells what a text is that is not wholly known.
    private func form(of parts: [TextPart]) -> ReferenceForm? {
        switch parts.first {
        case .literal(let start)?:
            if let address = Self.address(begunBy: start) { return address }
            // What begins otherwise is no address, whatever follows; the first letters must be there to tell.
            guard let form = Self.form(ofText: start), !"https://".hasPrefix(start), !"arn:".hasPrefix(start) else { return nil }
            return isPlain(parts.dropFirst()) ? form : nil
        case .value(let value)?:
            guard let form = form(of: value) else { return nil }
            return form != .name || isPlain(parts.dropFirst()) ? form : nil
        case nil: return nil
        }
    }

    /// Whether nothing in the rest of a text makes more of it than a name.
    private func isPlain(_ parts: ArraySlice<TextPart>) -> Bool {
        parts.allSatisfy { part in
            guard case .literal(let text) = part else { return true }
            return !text.contains { $0 == ":" || Self.openSigns.contains($0) }
        }
    }
}

extension ReferenceForm {
    /// For messages: "a name".
    var phrase: String {
        switch self {
        case .name: "a name"
        case .arn: "an ARN"
        case .url: "a URL"
        case .id: "an id"
        }
    }

    /// The attribute that Terraform usually has it in.
    fileprivate var attribute: String {
        switch self {
        case .name: "name"
        case .arn: "arn"
        case .url: "url"
        case .id: "id"
        }
    }
}
