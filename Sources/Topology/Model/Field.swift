import Evaluation
import Templates

/// What a model says of one property: its value, how it is known and where it stands.
package struct Field: Sendable {
    /// How a value is known.
    package enum State: Sendable, Hashable {
        /// Written in the template.
        case explicit
        /// Not written; the AWS service's documented default.
        case defaulted
        /// Worked out from other resources.
        case derived
        /// Said by the configuration, or taken because nobody says it; the finding names it.
        case assumed
        /// Known to be nothing, without a default of the service.
        case absent
        case unknown
    }

    /// An element of a list field.
    package struct Element: Sendable {
        /// The element's value.
        package let field: Field
        /// When the element is there.
        package let presence: Condition

        /// Creates an element; without a presence it is always there.
        package init(_ field: Field, presence: Condition = .always) {
            self.field = field
            self.presence = presence
        }
    }

    /// A value in the type of its declaration.
    package indirect enum Content: Sendable {
        case bool(Bool)
        case integer(Int64)
        case double(Double)
        case string(String)
        /// A link to another object of the model.
        case object(ObjectID)
        /// A list; `open` says why it may have more elements than these.
        case list([Element], open: [Reason])
        /// One of two, by a condition that is not decided.
        case choice(Condition, Field, Field)
        case absent
        /// Not known, for these reasons; `mayBeAbsent` where it is open that there is anything.
        case unknown([Reason], mayBeAbsent: Bool)
    }

    /// The value, in the unit of the field's declaration.
    package let content: Content
    /// How the value is known; of a choice each side says it for itself.
    package let state: State
    /// Where the property stands; for an absent or defaulted one the nearest parent that is there.
    package let origin: Origin
    /// The way that the value came, from the property backwards.
    package let steps: [OriginStep]
    /// What was assumed to get the value, in words for the message: "messagesPerReceive 1 (assumed)".
    package let assumptions: [String]
    /// The known pieces of a text of which parts are not known, in their order; any text, or none, stands between two
    /// neighbours. Empty for everything else.
    package let pieces: [String]

    /// Creates a field of an object.
    package init(
        _ content: Content, state: State, origin: Origin, steps: [OriginStep] = [], assumptions: [String] = [],
        pieces: [String] = []
    ) {
        self.content = content
        self.state = state
        self.origin = origin
        self.steps = steps
        self.assumptions = assumptions
        self.pieces = pieces
    }
}
