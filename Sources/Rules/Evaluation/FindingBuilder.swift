import Evaluation
import CEL
import Templates
import Topology

/// Turns a bad verdict into a finding: place, message, chain of origins.
struct FindingBuilder {
    /// Fields that are shown when a check names no related places; more would drown the message.
    static let mostTouchedFields = 4

    let rule: CompiledRule
    let check: CompiledCheck
    let object: ModelObject
    let run: RuleRun

    /// - Parameters:
    ///   - condition: when it is bad, if not always: "when IsProd is false".
    ///   - witness: values under which it is bad.
    func finding(_ leaf: Leaf, condition: String?, witness: Witness) throws(RuleError) -> Finding {
        let presentation = try run.presentation(of: check)
        let place = try self.place(of: presentation.path, leaf)
        let location = Location(place)
        // What is derived does not say what it was made of; the place that is shown does.
        let touched = leaf.touched.map { field($0, leaf) } + [place.field].compactMap { $0 }
        let message = try text(presentation.message, leaf.activation) + Self.suffix(touched, condition)
        return Finding(
            rule: rule.rule.id, name: rule.rule.name, check: check.check.id, severity: check.severity, message: message,
            help: try presentation.fix.map { (template) throws(RuleError) in
                ArgumentNames.spelled(try text(template, leaf.activation), in: object.dialect)
            },
            location: location, related: try related(place, location, presentation, leaf),
            fingerprint: fingerprint(location, leaf), subject: subject(leaf), witness: witness)
    }

    /// A finding for a verdict that stays open, for checks whose `onUnknown` asks for it.
    func finding(undecided verdict: UndecidedVerdict, _ leaf: Leaf, severity: Severity) -> Finding {
        Finding(
            rule: rule.rule.id, name: rule.rule.name, check: check.check.id, severity: severity,
            message: "\(object.name) cannot be judged: \(verdict.reasons.joined(separator: "; "))", help: nil,
            location: verdict.location, related: [], fingerprint: fingerprint(verdict.location, leaf),
            subject: subject(leaf))
    }

    func undecided(_ reasons: Set<String>, _ leaf: Leaf) -> UndecidedVerdict {
        // A path that fails on an undecided object must not hide the verdict, so the object's own place stands in.
        let place = try? self.place(of: run.presentation(of: check).path, leaf)
        return UndecidedVerdict(
            rule: rule.rule.id, name: rule.rule.name, check: check.check.id,
            resource: object.resource ?? object.name, reasons: reasons.sorted(),
            location: Location(place ?? Place(of: object)), subject: subject(leaf))
    }

    private func subject(_ leaf: Leaf) -> String? {
        leaf.subject.flatMap { $0 == .object ? nil : $0.name }
    }

    private func fingerprint(_ location: Location, _ leaf: Leaf) -> String {
        Fingerprint.make([
            rule.rule.id, check.check.id, location.file, location.resource ?? "", location.path ?? "",
            leaf.subject?.name ?? "",
        ])
    }

    private func field(_ place: ReadPlace, _ leaf: Leaf) -> Field {
        switch place {
        case .field(let object, let slot): leaf.reader.resolved(leaf.reader.model.objects[object.index].fields[slot])
        case .written(let place): place.field
        }
    }

    private func name(_ place: ReadPlace, _ leaf: Leaf) -> String {
        switch place {
        case .field(let object, let slot):
            "\(leaf.reader.model.objects[object.index].kind.fields[slot].name) of \(leaf.reader.model.objects[object.index].name)"
        case .written(let place): "\(place.name) of \(object.name)"
        }
    }

    private func text(_ template: CompiledTemplate, _ activation: RuleActivation) throws(RuleError) -> String {
        var text = ""
        for part in template.parts {
            switch part {
            case .literal(let literal): text += literal
            case .expression(let expression): text += try run.value(of: expression, activation).description
            }
        }
        return text
    }

    /// The text of a label, `nil` where a part of it is not known: a label that says so helps no reader.
    private func knownText(_ template: CompiledTemplate, _ activation: RuleActivation) throws(RuleError) -> String? {
        var text = ""
        for part in template.parts {
            switch part {
            case .literal(let literal): text += literal
            case .expression(let expression):
                let value = try run.value(of: expression, activation)
                if case .unknown = value { return nil }
                text += value.description
            }
        }
        return text
    }
}

// MARK: Places

extension FindingBuilder {
    /// Where a check's `at` leads: as far as there is something, else to the whole object.
    private func place(of path: CompiledExpression, _ leaf: Leaf) throws(RuleError) -> Place {
        let reference = try run.reference(of: path, leaf.activation)
        return reference.flatMap { place(at: $0, leaf) } ?? Place(of: object)
    }

    private func place(at reference: CEL.Reference, _ leaf: Leaf) -> Place? {
        if let element = Self.element(reference) { return Place(of: leaf.reader.model[element.id]) }
        guard case .object(let holder) = reference.base else { return nil }
        if let view = holder as? WrittenView { return self.place(in: view, reference.step) }
        guard let view = holder as? ModelView else { return nil }
        let base = leaf.reader.model[view.id]
        guard case .field(let name) = reference.step else { return Place(of: base) }
        guard let field = base.field(named: name).map(leaf.reader.resolved) else { return nil }
        return Place(origin: field.origin, resource: base.resource, field: field, name: name)
    }

    /// A link that is worked out has no place of its own but that of the object that has it: what it leads to is meant.
    private static func linked(_ place: Place, base reference: CEL.Reference, _ leaf: Leaf) -> Place {
        guard case .object(let holder) = reference.base, let view = holder as? ModelView, let field = place.field,
            field.state == .derived, case .object(let id) = field.content,
            field.origin === leaf.reader.model[view.id].origin
        else { return place }
        return Place(of: leaf.reader.model[id])
    }

    /// The object that a path such as `c.evidence[0]` ends at.
    private static func element(_ reference: CEL.Reference) -> ModelView? {
        guard case .element(.int(let index)) = reference.step, case .list(let list) = reference.base,
            let position = Int(exactly: index), list.elements.indices.contains(position),
            case .object(let object) = list.elements[position]
        else { return nil }
        return object as? ModelView
    }

    /// A property that a path through `raw()` leads to.
    private func place(in view: WrittenView, _ step: CEL.Reference.Step) -> Place? {
        let name: String
        switch step {
        case .field(let field): name = field
        case .element(.string(let key)): name = key
        case .element, .variable: return nil
        }
        let field = WrittenPlace(name: name, value: view.reader.resolved(view.value.member(name))).field
        return Place(origin: field.origin, resource: object.resource, field: field, name: name)
    }

    private func related(
        _ place: Place, _ location: Location, _ presentation: CheckPresentation, _ leaf: Leaf
    ) throws(RuleError) -> [RelatedLocation] {
        var related: [RelatedLocation] = []
        var chains = chain(of: place)
        for other in presentation.related {
            // A label at the place of something else would lie, so what is not there is not shown.
            guard let reference = try run.reference(of: other.path, leaf.activation), reference.isComplete,
                let otherPlace = self.place(at: reference, leaf).map({ Self.linked($0, base: reference, leaf) }),
                let label = try knownText(other.label, leaf.activation)
            else { continue }
            related.append(RelatedLocation(message: label, location: Location(otherPlace)))
            chains += chain(of: otherPlace)
        }
        if presentation.related.isEmpty { related += shown(leaf) }
        related += switchedOff(leaf)
        if related.isEmpty, chains.isEmpty { return [] }
        var seen: Set<RelatedLocation> = []
        return (related + chains).filter { $0.location != location && seen.insert($0).inserted }
    }

    /// The way that a place's value came; each step with a place says what the next one is.
    private func chain(of place: Place) -> [RelatedLocation] {
        guard let field = place.field else { return [] }
        let following = field.steps.dropFirst().map { Optional($0) } + [nil]
        return zip(field.steps, following).compactMap { step, next in
            step.origin.map {
                if step.kind == .notCreated {
                    return RelatedLocation(
                        message: "\(step.label) would set it and is not created with these values", location: Location($0))
                }
                let end = Self.ending(of: step, before: next)
                let way = if case .absent = field.content { "is left out by" } else { "comes from" }
                return RelatedLocation(
                    message: "\(Self.propertyName(place)) \(way) \(step.label)\(end)", location: Location($0))
            }
        }
    }

    /// What sets the value that a step passes on; a next step that only says more of the same takes its place.
    private static func ending(of step: OriginStep, before next: OriginStep?) -> String {
        guard let next else { return ", set here" }
        if next.label.hasPrefix(step.label) { return String(next.label.dropFirst(step.label.count)) }
        return ", set by \(next.label)"
    }

    /// The property as the template spells it, else the model's name for it: an environment variable's `Value` says little.
    private static func propertyName(_ place: Place) -> String {
        guard case .key(let key) = place.origin.component, key.lowercased() == place.name.lowercased() else {
            return place.name
        }
        return key
    }

    /// Where the numbers stand that the assertion read.
    private func shown(_ leaf: Leaf) -> [RelatedLocation] {
        var shown: [RelatedLocation] = []
        for place in leaf.asserted where shown.count < Self.mostTouchedFields {
            let field = field(place, leaf)
            guard field.state == .explicit, let value = Self.shortText(field.content) else { continue }
            shown.append(
                RelatedLocation(message: "\(name(place, leaf)) is \(value)", location: Location(field.origin)))
        }
        return shown
    }

    /// What would be there but for the values of this run: whoever misses it finds it there.
    private func switchedOff(_ leaf: Leaf) -> [RelatedLocation] {
        let fields = leaf.touched.map { field($0, leaf) }.filter { !$0.steps.isEmpty }
        let objects = fields.flatMap { field -> [ObjectID] in
            guard case .list(let elements, _) = field.content else { return [] }
            return elements.compactMap { element in
                guard element.presence == .never, case .object(let id) = element.field.content else { return nil }
                return id
            }
        }
        return objects.prefix(Self.mostTouchedFields).map { id in
            let object = leaf.reader.model[id]
            return RelatedLocation(
                message: "\(object.name) is not created with these values", location: Location(Place(of: object)))
        }
    }

    private static func shortText(_ content: Field.Content) -> String? {
        switch content {
        case .bool(let flag): String(flag)
        case .integer(let number): String(number)
        case .double(let number): CEL.Value.double(number).description
        default: nil
        }
    }
}

// MARK: Assumptions

extension FindingBuilder {
    /// What the message must say beside the rule's own words.
    private static func suffix(_ touched: [Field], _ condition: String?) -> String {
        var text = ""
        let defaults = unique(touched.flatMap(\.steps).compactMap(assumedDefault))
        if !defaults.isEmpty { text += ", with " + list(defaults) }
        let assumptions = unique(touched.flatMap(\.assumptions))
        if !assumptions.isEmpty { text += ", assuming " + list(assumptions) }
        if let condition { text += ", \(condition)" }
        return text
    }

    /// "a, b and c"
    private static func list(_ texts: [String]) -> String {
        guard let last = texts.last, texts.count > 1 else { return texts.first ?? "" }
        return texts.dropLast().joined(separator: ", ") + " and " + last
    }

    private static func assumedDefault(_ step: OriginStep) -> String? {
        guard case .assumedDefault(let parameter, let value) = step.kind else { return nil }
        return value.isEmpty ? "\(parameter) empty (default)" : "\(parameter) = \(value) (default)"
    }

    private static func unique(_ texts: [String]) -> [String] {
        var seen: Set<String> = []
        return texts.filter { seen.insert($0).inserted }
    }
}
