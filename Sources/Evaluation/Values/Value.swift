/// What a template says at one place, after its functions are evaluated as far as they can be.
///
/// Known, absent and unknown are three things: nothing here invents a value, and nothing treats unknown as absent.
package struct Value: Sendable {
    /// A text as the template spells it. CloudFormation's values are untyped: the reader of a property types them.
    package struct Scalar: Hashable, Sendable {
        /// Decoded: without quotes, escapes or the indentation of a block.
        package let text: String
        /// False for a plain scalar, which YAML and JSON may mean as number, truth value or date.
        package let isQuoted: Bool

        /// Creates a text, quoted unless it is said to be plain.
        package init(_ text: String, isQuoted: Bool = true) {
            self.text = text
            self.isQuoted = isQuoted
        }
    }

    /// A member of a map.
    package struct Member: Sendable {
        /// The member's name, as written.
        package let key: String
        /// What stands under it.
        package let value: Value

        /// Creates a member; a map may hold several of one key, of which the last counts.
        package init(key: String, value: Value) {
            self.key = key
            self.value = value
        }
    }

    /// What is known of a value.
    package indirect enum Content: Sendable {
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
    package let content: Content
    /// Where it stands in a template; for a value that came by steps the place that uses it.
    package let origin: Origin
    /// The way that the value came, from the property backwards.
    package let steps: [OriginStep]
    /// The resources that an unknown value is known to be made of: a redrive policy that is unknown until apply still
    /// mentions its dead-letter queue. Empty for everything else.
    package let mentions: [Reference]
    /// Whether a list or a map is surely the text that `jsonencode` made of it, and not the structure itself. Both stand here
    /// as the structure, so that a finding can point into it.
    package let isJSONText: Bool

    /// Creates a value; one without steps stands where it is used.
    package init(_ content: Content, origin: Origin, steps: [OriginStep] = [], mentions: [Reference] = []) {
        self.init(content, origin: origin, steps: steps, mentions: mentions, isJSONText: false)
    }

    package init(
        _ content: Content, origin: Origin, steps: [OriginStep] = [], mentions: [Reference] = [], isJSONText: Bool
    ) {
        self.content = content
        self.origin = origin
        self.steps = steps
        self.mentions = mentions
        self.isJSONText = isJSONText
    }
}
