import Evaluation
import Templates
import Topology

/// Something that a rule has read.
enum ReadPlace: Hashable {
    /// One field of one object.
    case field(object: ObjectID, slot: Int)
    /// A property as the template writes it.
    case written(WrittenPlace)

    /// Whether it was read through `raw()`.
    var isWritten: Bool { if case .written = self { true } else { false } }
}

/// A property that a rule read through `raw()`.
struct WrittenPlace: Hashable {
    /// The template's own name for it.
    let name: String
    /// With the choices resolved that the world decides.
    let value: Evaluation.Value

    static func == (left: WrittenPlace, right: WrittenPlace) -> Bool {
        left.name == right.name && left.value.origin === right.value.origin
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(ObjectIdentifier(value.origin))
    }

    /// The property as if the model had it, for messages and places.
    var field: Field {
        switch value.content {
        case .absent: Field(.absent, state: .absent, origin: value.origin, steps: value.steps)
        case .scalar(let scalar): Field(.string(scalar.text), state: .explicit, origin: value.origin, steps: value.steps)
        default:
            Field(
                .unknown(value.unknownReasons, mayBeAbsent: false), state: .unknown, origin: value.origin,
                steps: value.steps)
        }
    }
}
