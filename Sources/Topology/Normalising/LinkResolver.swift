import Evaluation
import Templates

/// Finds which object of the input a value means: by reference, by name, by ARN or by URL.
struct LinkResolver {
    let assembly: ModelAssembly

    /// What a value means among the objects of a kind in the same system.
    enum Meaning {
        case object(ObjectID)
        /// Something outside the input, which is known to exist.
        case outside(String)
        case unknown([Reason], mayBeAbsent: Bool)
        case absent
    }

    /// A possible meaning and when it holds.
    struct Candidate {
        let meaning: Meaning
        let condition: Condition
        let value: Value
    }

    /// The content of a field that links to another object.
    func link(_ value: Value, to kind: KindDeclaration, from owner: ObjectID) -> Field.Content {
        link(value, to: kind, from: assembly.viewpoint(of: owner))
    }

    private func link(_ value: Value, to kind: KindDeclaration, from owner: Viewpoint) -> Field.Content {
        if case .choice(let condition, let yes, let no) = value.content {
            func side(_ value: Value) -> Field {
                let content = link(value, to: kind, from: owner)
                let state: Field.State = if case .absent = content { .absent } else { .explicit }
                return Field(content, state: state, origin: value.origin, steps: value.steps)
            }
            return .choice(condition, side(yes), side(no))
        }
        switch meaning(of: value, among: kind, from: owner) {
        case .object(let id): return .object(id)
        case .outside(let name): return .unknown([Reason("\(name) is not in the input")], mayBeAbsent: false)
        case .unknown(let reasons, let mayBeAbsent): return .unknown(reasons, mayBeAbsent: mayBeAbsent)
        case .absent: return .absent
        }
    }

    /// Everything that a value can mean, with the condition of each.
    func candidates(
        _ value: Value, among kind: Kind, from owner: ObjectID, when condition: Condition = .always
    ) -> [Candidate] {
        candidates(value, among: kind, from: assembly.viewpoint(of: owner), when: condition)
    }

    /// The same of a list: one that is not known names what it is made of, and maybe others.
    func candidates(inList value: Value, among kind: Kind, from owner: ObjectID) -> [Candidate] {
        let found = candidates(value, among: kind, from: owner)
        return found.flatMap { candidate -> [Candidate] in
            guard case .object = candidate.meaning, case .unknown(let reasons, _) = candidate.value.content else {
                return [candidate]
            }
            let others = Candidate(
                meaning: .unknown(reasons, mayBeAbsent: true), condition: candidate.condition, value: candidate.value)
            return [candidate, others]
        }
    }

    /// The same for a place where no object stands.
    func candidates(
        _ value: Value, among kind: Kind, from owner: Viewpoint, when condition: Condition = .always
    ) -> [Candidate] {
        guard let kind = assembly.schema.declaration(of: kind) else { return [] }
        switch value.content {
        case .choice(let split, let yes, let no):
            return candidates(yes, among: kind.key, from: owner, when: condition.and(split))
                + candidates(no, among: kind.key, from: owner, when: condition.and(split.negated))
        case .list(let elements, let open):
            let opening =
                open.isEmpty
                ? []
                : [Candidate(meaning: .unknown(open, mayBeAbsent: true), condition: condition, value: value)]
            return elements.flatMap { candidates($0, among: kind.key, from: owner, when: condition) } + opening
        default:
            return [Candidate(meaning: meaning(of: value, among: kind, from: owner), condition: condition, value: value)]
        }
    }

    private func meaning(of value: Value, among kind: KindDeclaration, from owner: Viewpoint) -> Meaning {
        switch value.content {
        case .absent: return .absent
        case .unknown(let reasons, let mayBeAbsent):
            if !mayBeAbsent, let id = onlyMention(in: value, of: kind) { return .object(id) }
            if !mayBeAbsent, Self.isNamedByAWSAlone(kind), reasons.allSatisfy({ $0.source != nil }) {
                return .outside(Self.describe(value))
            }
            return .unknown(reasons, mayBeAbsent: mayBeAbsent)
        case .external(let description): return .outside(description)
        case .reference(let reference):
            if kind.name == "function", let function = assembly.functionsByQualifier[reference.resource] {
                return qualifiedMeaning(of: function, among: kind, from: owner)
            }
            return meaning(of: reference, among: kind, from: owner)
        case .map: return structureMeaning(of: value, among: kind, from: owner)
        case .scalar, .text: return textMeaning(of: value, among: kind, from: owner)
        case .list, .choice: return .unknown(value.unknownReasons, mayBeAbsent: false)
        }
    }

    /// Whether objects of a kind have ARNs that AWS makes up when it creates them, so that no parameter from outside can mean
    /// one of the same input.
    ///
    /// Source: `ScalingPolicy` of Application Auto Scaling and of EC2 Auto Scaling: the ARN holds a UUID.
    private static func isNamedByAWSAlone(_ kind: KindDeclaration) -> Bool { kind.name == "scalingPolicy" }

    private func meaning(of reference: Reference, among kind: KindDeclaration, from owner: Viewpoint) -> Meaning {
        if let id = assembly.idsByResource[reference.resource], assembly.objects[id.index].kind.key == kind.key {
            return .object(id)
        }
        if let id = lookedUp(reference.resource), assembly.objects[id.index].kind.key == kind.key { return .object(id) }
        if let value = assembly.value(behind: reference) {
            guard case .reference(let other) = value.content else { return meaning(of: value, among: kind, from: owner) }
            if let id = assembly.idsByResource[other.resource], assembly.objects[id.index].kind.key == kind.key {
                return .object(id)
            }
        }
        let type = assembly.typesByResource[reference.resource] ?? "resource"
        return .outside("what \(reference.resource.logicalID) (\(type)) stands for")
    }

    /// What the `FunctionName` of an alias or version means; one that names another alias leads nowhere.
    private func qualifiedMeaning(of function: Value, among kind: KindDeclaration, from owner: Viewpoint) -> Meaning {
        if case .reference(let reference) = function.content { return meaning(of: reference, among: kind, from: owner) }
        return meaning(of: function, among: kind, from: owner)
    }

    /// The one resource of a kind that an unknown value is made of; `nil` when it is made of none or of several.
    private func onlyMention(in value: Value, of kind: KindDeclaration) -> ObjectID? {
        let mentioned = Set(value.mentions.compactMap { assembly.idsByResource[$0.resource] })
            .filter { assembly.objects[$0.index].kind.key == kind.key }
        return mentioned.count == 1 ? mentioned.first : nil
    }

    /// `{LaunchTemplateId: ..., Version: ...}`: the structure names the object by one of its members.
    private func structureMeaning(of value: Value, among kind: KindDeclaration, from owner: Viewpoint) -> Meaning {
        let keys =
            switch owner.dialect {
            case .cloudFormation: ["LaunchTemplateId", "LaunchTemplateName", "Arn", "Id"]
            case .terraform: ["launch_template_id", "launch_template_name", "id", "name", "arn"]
            }
        for key in keys {
            let member = value.member(key)
            if !member.isAbsent, member.knownText != "" { return meaning(of: member, among: kind, from: owner) }
        }
        return .unknown([Reason("it does not say which \(kind.name) it means")], mayBeAbsent: false)
    }

    // MARK: - By name

    /// Most reasons why a name may mean something: thousands of resources whose names are not known say nothing more.
    private static let mostDoubts = 64

    private func textMeaning(of value: Value, among kind: KindDeclaration, from owner: Viewpoint) -> Meaning {
        let tail = Self.namePart(of: value, kind: kind.key)
        if case .reference(let reference) = tail.content,
            case .object(let id) = meaning(of: reference, among: kind, from: owner)
        {
            return isElsewhere(value, id, from: owner) ? .outside(Self.describe(value)) : .object(id)
        }
        if let id = identified(value, among: kind, from: owner) { return .object(id) }
        guard kind.namedBy != nil, !Self.isOfAnotherService(value, than: kind) else { return .outside(Self.describe(value)) }
        var possible: [ObjectID] = []
        var doubts: [Reason] = []
        let bearers = bearers(of: tail, kind, besides: owner)
        guard assembly.mayCompare(bearers.count) else {
            return .unknown([Reason("there are more unknown names than are compared")], mayBeAbsent: false)
        }
        for id in bearers {
            guard let name = assembly.writtenName(of: id) else { continue }
            if isElsewhere(value, id, from: owner) { continue }
            if hasOtherARN(than: value, id) { continue }
            switch Self.compare(tail, name) {
            case .same: possible.append(id)
            case .different: continue
            case .undecided(let reasons): if doubts.count < Self.mostDoubts { doubts += reasons }
            }
        }
        if possible.count == 1, let only = possible.first { return .object(only) }
        if possible.count > 1 {
            return .unknown([Reason("several resources bear the name \(Self.describe(value))")], mayBeAbsent: false)
        }
        if doubts.isEmpty, let id = elsewhere(value, naming: tail, among: kind, from: owner) { return .object(id) }
        if tail.knownText == nil, doubts.isEmpty { return .unknown(tail.unknownReasons, mayBeAbsent: false) }
        return doubts.isEmpty ? .outside(Self.describe(value)) : .unknown(doubts, mayBeAbsent: false)
    }

    /// The only object of a kind whose ARN, URL or id is known, as in a Terraform state, and is this text.
    private func identified(_ value: Value, among kind: KindDeclaration, from owner: Viewpoint) -> ObjectID? {
        guard let text = value.knownText, let ids = assembly.idsByIdentity[text] else { return nil }
        let found = ids.filter { assembly.objects[$0.index].kind.key == kind.key }
        let own = found.filter { assembly.root(of: $0) == owner.root }
        let nearest = own.isEmpty ? found : own
        return nearest.count == 1 ? nearest.first : nil
    }

    /// Whether a text is an ARN and the object's own ARN is known to be another one: a namesake in another account or region.
    /// Task definitions have an ARN for each revision.
    private func hasOtherARN(than value: Value, _ id: ObjectID) -> Bool {
        guard assembly.dialect(of: id) == .terraform, assembly.objects[id.index].kind.key != .taskDefinition,
            let text = value.knownText, text.hasPrefix("arn:"),
            let own = assembly.value(of: id).member("arn").knownText, own.hasPrefix("arn:")
        else { return false }
        return own != text
    }

    /// The objects whose names may be a text.
    private func bearers(of name: Value, _ kind: KindDeclaration, besides owner: Viewpoint) -> [ObjectID] {
        guard let text = name.knownText else { return assembly.ids(of: kind.key, inRoot: owner.root) }
        let (certain, possible) = assembly.ids(of: kind.key, named: text, inRoot: owner.root)
        return certain + possible
    }

    private enum Comparison {
        case same
        case different
        case undecided([Reason])
    }

    /// Whether a text means the resource of a name. A resource without a name of its own gets one from CloudFormation that
    /// nobody can write beforehand, so no text means it.
    private static func compare(_ tail: Value, _ name: Value) -> Comparison {
        if name.isAbsent { return .different }
        if tail.isSurelyEqual(to: name) { return .same }
        if tail.contradicts(name) { return .different }
        let reasons = tail.unknownReasons + name.unknownReasons
        return reasons.isEmpty ? .different : .undecided(reasons)
    }

    /// The last part of a name, ARN, URL or path: what stands behind the last `/` or `:`.
    static func nameTail(of value: Value) -> Value {
        guard case .text(let parts) = value.content else {
            guard let text = value.knownText, let cut = text.lastIndex(where: { $0 == "/" || $0 == ":" }) else { return value }
            return Value(.scalar(.init(String(text[text.index(after: cut)...]))), origin: value.origin, steps: value.steps)
        }
        guard let index = parts.lastIndex(where: \.holdsSeparator), case .literal(let text) = parts[index],
            let cut = text.lastIndex(where: { $0 == "/" || $0 == ":" })
        else { return value }
        let rest = [.literal(String(text[text.index(after: cut)...]))] + parts[(index + 1)...]
        return Value.joined(Array(rest), origin: value.origin, steps: value.steps)
    }

    /// The part of a text that names an object of a kind.
    static func namePart(of value: Value, kind: Kind) -> Value {
        switch kind {
        case .taskDefinition: nameTail(of: withoutRevision(value))
        case .function: FunctionName.name(in: value)
        case .logGroup: logGroupName(in: value)
        default: nameTail(of: value)
        }
    }

    /// A log group's name holds slashes; in an ARN it stands behind `:log-group:`.
    private static func logGroupName(in value: Value) -> Value {
        guard let text = value.knownText, text.hasPrefix("arn:") else { return value }
        let parts = text.split(separator: ":", maxSplits: 7, omittingEmptySubsequences: false)
        guard parts.count >= 7, parts[5] == "log-group" else { return value }
        return Value(.scalar(.init(String(parts[6]))), origin: value.origin, steps: value.steps)
    }

    /// A task definition's text without the `:3` behind the family.
    private static func withoutRevision(_ value: Value) -> Value {
        if case .text(let parts) = value.content { return withoutRevision(parts, of: value) }
        guard let text = value.knownText, let colon = text.lastIndex(of: ":"),
            isRevision(text[colon...].dropFirst())
        else { return value }
        return Value(.scalar(.init(String(text[..<colon]))), origin: value.origin, steps: value.steps)
    }

    private static func isRevision(_ text: Substring) -> Bool { !text.isEmpty && text.allSatisfy(\.isNumber) }

    /// The same for a text with unknown parts, and where the revision is not known: `worker:${max(aws_ecs_task_definition.worker.revision, ...)}`.
    private static func withoutRevision(_ parts: [TextPart], of value: Value) -> Value {
        if case .literal(let end)? = parts.last, let colon = end.lastIndex(of: ":"), isRevision(end[colon...].dropFirst()) {
            return Value.joined(
                parts.dropLast() + [.literal(String(end[..<colon]))], origin: value.origin, steps: value.steps)
        }
        guard parts.count > 1, case .value? = parts.last, case .literal(let before) = parts[parts.count - 2],
            before.hasSuffix(":")
        else { return value }
        // What stands behind the last colon of an ARN may be all of its last part.
        if case .literal(let text)? = parts.first, text.hasPrefix("arn:"), !before.contains("task-definition/"),
            parts.count < 4
        {
            return value
        }
        let family = parts.dropLast(2) + [.literal(String(before.dropLast()))]
        return Value.joined(Array(family), origin: value.origin, steps: value.steps)
    }

    static func describe(_ value: Value) -> String { value.summary }
}

extension TextPart {
    fileprivate var holdsSeparator: Bool {
        guard case .literal(let text) = self else { return false }
        return text.contains { $0 == "/" || $0 == ":" }
    }
}
