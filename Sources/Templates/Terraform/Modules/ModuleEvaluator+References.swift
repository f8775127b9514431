import Evaluation
import YAMLBridge

extension ModuleEvaluator {
    /// A reference to a resource or data source, with the steps that choose a copy.
    ///
    /// - Parameters:
    ///   - name: `TYPE.NAME`.
    ///   - steps: what stands behind it.
    ///   - user: the block that refers to it.
    func resourceReference(
        _ section: ModuleConfiguration.Section, _ name: String, _ steps: some Collection<TraversalStep>, _ user: BlockScope,
        at origin: Origin
    ) throws(ExpressionFailure) -> (value: Value, taken: Int) {
        let address = section == .data ? "data.\(name)" : name
        if let facts = run.facts {
            return try plannedReference(
                address, configuration.block(section, name), steps, user, facts, at: origin)
        }
        guard let block = configuration.block(section, name) else {
            let kind = section == .data ? "data source" : "resource"
            let help = "Declare it, or correct the name."
            return (undeclared(kind, name, among: configuration.names(section), help: help, at: origin), 0)
        }
        func reference(_ repetition: Repetition) -> Value {
            let id = run.identifier(
                of: .init(module: self, block: block, section: section, name: name, repetition: repetition))
            return Value(.reference(Reference(resource: id, attribute: .identifier)), origin: origin)
        }
        let copies = copies(of: block, address)
        guard case .index(let key)? = steps.first else {
            return (whole(copies, reference, at: origin), 0)
        }
        // What a default leaves out refers to what the same default leaves out.
        if run.isQuiet, copies.count == 0, let repetition = offCopy(of: block, address) { return (reference(repetition), 1) }
        return try (chosen(key, of: copies, name: "\(prefix)\(address)", user, reference, at: origin), 1)
    }

    private func places(of copies: [(key: String, value: Value, existence: Condition)], _ name: String) -> [String: Int] {
        if let known = keyPlaces[name] { return known }
        let places = Dictionary(copies.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
        keyPlaces[name] = places
        return places
    }

    /// All copies: one as itself, counted ones as a list, keyed ones as a map.
    func whole(_ copies: BlockCopies, _ reference: (Repetition) -> Value, at origin: Origin) -> Value {
        guard run.work.spend(copies.count, at: origin) else {
            return .unknown(Reason("the configuration asks for more work than a lint does"), origin: origin)
        }
        switch copies {
        case .single: return reference(.single)
        case .counted(let conditions):
            let elements = conditions.enumerated().map { reference(.count(index: $0)).present(when: $1) }
            return Value(.list(elements, open: []), origin: origin)
        case .keyed(let copies):
            let members = copies.map { copy in
                let value = reference(.each(key: copy.key, value: copy.value)).present(when: copy.existence)
                return Value.Member(key: copy.key, value: value)
            }
            return Value(.map(members), origin: origin)
        case .undecided(let isCount, _):
            return .unknown(
                madeOf: [reference(.undecided(isCount: isCount))], Reason("its copies are not known"), origin: origin)
        }
    }

    /// The copy that a key means.
    func chosen(
        _ key: Value, of copies: BlockCopies, name: String, _ user: BlockScope, _ reference: (Repetition) -> Value,
        at origin: Origin
    ) throws(ExpressionFailure) -> Value {
        func uncertain() -> Value {
            let all = whole(copies, reference, at: origin)
            return .unknown(madeOf: [all, key], Reason("which copy of \(name) is meant is not known"), origin: origin)
        }
        switch copies {
        case .undecided(let isCount, _):
            let isFirst = isCount && key.convertedText == "0"
            return user.isOwnKey(key) || isFirst ? reference(.undecided(isCount: isCount)) : uncertain()
        case .single:
            throw ExpressionFailure("\(name) has no copies, and one of them is asked for")
        case .counted(let conditions):
            guard let text = key.convertedText else { return uncertain() }
            guard let index = key.convertedNumber?.wholeNumber, conditions.indices.contains(index) else {
                throw ExpressionFailure("\(name) has no copy \(text.prefix(40))")
            }
            return existing(reference(.count(index: index)), when: conditions[index], name, key)
        case .keyed(let copies):
            guard let text = key.convertedText else { return uncertain() }
            guard let place = places(of: copies, name)[text] else {
                throw ExpressionFailure("\(name) has no copy '\(text.prefix(40))'")
            }
            let copy = copies[place]
            return existing(reference(.each(key: text, value: copy.value)), when: copy.existence, name, key)
        }
    }

    /// A copy that may not be there: then Terraform stops.
    private func existing(_ value: Value, when condition: Condition, _ name: String, _ key: Value) -> Value {
        let text = key.convertedText ?? "?"
        return Value.choice(
            condition, value, .failure("\(name) has no copy \(text.prefix(40))", origin: value.origin), origin: value.origin)
    }

    // MARK: - Data sources

    /// What a data source is known to read without asking AWS; `nil` for everything else.
    func dataAttribute(_ name: String, of target: ModuleRun.Target, _ id: ResourceID, at origin: Origin) -> Value? {
        guard target.section == .data, let type = target.name.split(separator: ".").first else { return nil }
        switch (type, name) {
        case ("aws_iam_policy_document", "json"), ("aws_iam_policy_document", "minified_json"):
            return workedOut(target, id) { PolicyDocumentData.document(of: $0) }.placed(at: origin).asJSONText(true)
        case (_, "rendered") where RenderedData.types.contains(String(type)):
            let scope = scope("data.\(target.name)", target.repetition)
            return workedOut(target, id) { body in
                RenderedData(scope: scope, body: body, origin: body.origin).value(ofType: String(type))
            }.placed(at: origin)
        case ("aws_region", "name"), ("aws_region", "id"), ("aws_region", "region"):
            guard target.block.entry("provider") == nil, target.block.entry("name") == nil,
                target.block.entry("region") == nil
            else { return nil }
            return region.map { .text($0, origin: origin) }
        default: return nil
        }
    }

    /// What a data source makes of its arguments, worked out once.
    private func workedOut(_ target: ModuleRun.Target, _ id: ResourceID, _ make: (Value) -> Value) -> Value {
        let origin = target.block.origin(resource: id.logicalID)
        return once(id.logicalID, of: "data.\(target.name)", at: origin) { make(body(of: target, at: origin)) }
    }
}
