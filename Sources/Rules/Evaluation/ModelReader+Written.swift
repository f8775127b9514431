import Evaluation
import CEL
import Templates
import Topology

/// What templates write, beside the fields of the model.
extension ModelReader {
    /// The whole body of an object, in the spelling of its own dialect.
    func written(_ id: ObjectID) -> CEL.Value {
        guard let body = model.objects[id.index].body else {
            return .unknown(Unknown("\(model.objects[id.index].name) stands in no template"))
        }
        return value(of: Self.withProperties(resolved(body), of: model.objects[id.index]))
            ?? .unknown(Unknown("\(model.objects[id.index].name) has no body"))
    }

    /// A CloudFormation resource without `Properties` has none of them, which every rule would have to ask for first.
    private static func withProperties(_ body: Evaluation.Value, of object: ModelObject) -> Evaluation.Value {
        guard object.dialect == .cloudFormation, object.kind.isResource, case .map(let members, _) = body.content,
            body.member("Properties").isAbsent
        else { return body }
        let empty = Evaluation.Value.Member(key: "Properties", value: Value(.map([]), origin: body.origin))
        return Value(.map(members + [empty]), origin: body.origin, steps: body.steps)
    }

    /// A member of a map.
    func read(_ name: String, in map: Evaluation.Value) -> FieldResult {
        let member = resolved(map.member(name))
        note(.written(WrittenPlace(name: name, value: member)))
        return value(of: member).map { .value($0) } ?? .absent
    }

    /// What a value is once the world has answered its conditions.
    func resolved(_ value: Evaluation.Value) -> Evaluation.Value {
        guard case .choice(let condition, let yes, let no) = value.content, let isTrue = condition.holds(in: world) else {
            return value
        }
        return resolved(isTrue ? yes : no)
    }

    /// `nil` for a value that is certainly absent.
    private func value(of value: Evaluation.Value) -> CEL.Value? {
        switch value.content {
        case .absent: nil
        case .scalar(let scalar): Self.scalar(scalar)
        case .map: .object(WrittenView(reader: self, value: value))
        case .list(let elements, let open):
            list(elements.lazy.map { self.value(of: self.resolved($0)) }, open: open)
        case .choice(let condition, _, _): .unknown(open(condition, mayBeAbsent: value.mayBeAbsent))
        case .unknown(let reasons, let mayBeAbsent): .unknown(unknown(reasons, mayBeAbsent: mayBeAbsent))
        case .text: .unknown(unknown(value.unknownReasons, mayBeAbsent: false, pieces: value.knownPieces))
        case .reference, .external: .unknown(unknown(value.unknownReasons, mayBeAbsent: false))
        }
    }

    /// A text in quotes is text; one without is what YAML and JSON mean by it.
    private static func scalar(_ scalar: Evaluation.Value.Scalar) -> CEL.Value {
        if scalar.isQuoted { return .string(scalar.text) }
        switch scalar.text {
        case "true": return .bool(true)
        case "false": return .bool(false)
        default:
            if let number = Int64(scalar.text) { return .int(number) }
            // Swift reads `nan` and `0x1p3` as numbers, too.
            let isNumber = scalar.text.utf8.allSatisfy { "+-.0123456789eE".utf8.contains($0) }
            return (isNumber ? Double(scalar.text) : nil).map { .double($0) } ?? .string(scalar.text)
        }
    }
}

extension Evaluation.Value {
    /// Whether some answer to open conditions leaves nothing.
    fileprivate var mayBeAbsent: Bool {
        switch content {
        case .absent: true
        case .unknown(_, let mayBeAbsent): mayBeAbsent
        case .choice(_, let yes, let no): yes.mayBeAbsent || no.mayBeAbsent
        default: false
        }
    }
}
