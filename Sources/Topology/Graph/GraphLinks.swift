import Evaluation
import Templates

/// What a field of a model links to, each link under its condition, and why there may be others.
struct GraphLinks {
    struct Link {
        let id: ObjectID
        let condition: Condition
        /// Where the link is written.
        let origin: Origin
    }

    private(set) var found: [Link] = []
    private(set) var doubts: [Reason] = []

    init(_ field: Field) { collect(field, when: .always) }

    init(_ key: FieldKey, of id: ObjectID, in model: Model) {
        self.init(model.field(key, of: id))
    }

    private mutating func collect(_ field: Field, when condition: Condition) {
        switch field.content {
        case .object(let id): found.append(Link(id: id, condition: condition, origin: field.origin))
        case .list(let elements, let open):
            doubts += open
            for element in elements { collect(element.field, when: condition.and(element.presence)) }
        case .choice(let split, let yes, let no):
            collect(yes, when: condition.and(split))
            collect(no, when: condition.and(split.negated))
        case .unknown(let reasons, _): doubts += reasons
        case .absent, .bool, .integer, .double, .string: break
        }
    }
}
