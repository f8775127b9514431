/// What a template says at one place, after its functions are evaluated as far as they can be.
///
/// Known, absent and unknown are three things: nothing here invents a value, and nothing treats unknown as absent.
public struct Value: Sendable {
    /// A text as the template spells it. CloudFormation's values are untyped: the reader of a property types them.
    public struct Scalar: Hashable, Sendable {
        /// Decoded: without quotes, escapes or the indentation of a block.
        public let text: String
        /// False for a plain scalar, which YAML and JSON may mean as number, truth value or date.
        public let isQuoted: Bool

        /// Creates a text, quoted unless it is said to be plain.
        public init(_ text: String, isQuoted: Bool = true) {
            self.text = text
            self.isQuoted = isQuoted
        }
    }

    /// A member of a map.
    public struct Member: Sendable {
        /// The member's name, as written.
        public let key: String
        /// What stands under it.
        public let value: Value

        /// Creates a member; a map may hold several of one key, of which the last counts.
        public init(key: String, value: Value) {
            self.key = key
            self.value = value
        }
    }

    /// What is known of a value.
    public indirect enum Content: Sendable {
        /// One text, wholly known.
        case scalar(Scalar)
        /// Text with parts that are not plain text; at least one part is a value.
        case text([TextPart])
        /// A list; `open` says why it may have more elements than these.
        case list([Value], open: [Reason])
        /// A map; `open` says why it may have more members than these.
        case map([Member], open: [Reason] = [])
        /// A value that AWS gives a resource of the input when it is created.
        case reference(Reference)
        /// Known to exist outside the input, value unknown: an import, a dynamic reference.
        case external(description: String)
        /// One of two, by a condition that is not decided.
        case choice(Condition, Value, Value)
        /// Explicitly nothing: `AWS::NoValue`, `null`.
        case absent
        /// Not known, for these reasons; `mayBeAbsent` where it is open that there is anything.
        case unknown([Reason], mayBeAbsent: Bool)
    }

    /// What is known of it.
    public let content: Content
    /// Where it stands in a template; for a value that came by steps the place that uses it.
    public let origin: Origin
    /// The way that the value came, from the property backwards.
    public let steps: [OriginStep]
    /// The resources that an unknown value is known to be made of: a redrive policy that is unknown until apply still
    /// mentions its dead-letter queue. Empty for everything else.
    public let mentions: [Reference]

    /// Creates a value; one without steps stands where it is used.
    public init(_ content: Content, origin: Origin, steps: [OriginStep] = [], mentions: [Reference] = []) {
        self.content = content
        self.origin = origin
        self.steps = steps
        self.mentions = mentions
    }
}
