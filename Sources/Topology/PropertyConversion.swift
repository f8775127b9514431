import Templates

/// Makes the model's value of one that a dialect writes otherwise. Declared in the model table, so that no code asks what
/// kind it reads.
public enum PropertyConversion: Sendable, Hashable {
    /// `true` for ENABLED, `false` for DISABLED.
    case enabledDisabled
    /// Whether anything is written, as a truth value.
    case presence
    /// `{QueueName: jobs}` for a list of `{name: QueueName, value: jobs}`, with these two keys.
    case keyValueMap(key: String, value: String)
    /// Text in base64 for the text.
    case base64
    /// An empty text for nothing, where text is what the field holds.
    case absentWhenEmpty

    func convert(_ value: Value) -> Value {
        switch self {
        case .enabledDisabled: value.flatMap(Self.status)
        case .presence: value.flatMap(Self.presence)
        case .keyValueMap(let keyName, let valueName):
            value.flatMap { Self.list(of: $0, keyName: keyName, valueName: valueName) }
        case .base64: value.flatMap(Self.decoded)
        case .absentWhenEmpty:
            value.flatMap { $0.knownText == "" ? Value(.absent, origin: $0.origin) : $0 }
        }
    }

    private static func status(_ value: Value) -> Value {
        switch value.knownText?.lowercased() {
        case "true": value.replacing(.scalar(.init("ENABLED")))
        case "false": value.replacing(.scalar(.init("DISABLED")))
        default: value
        }
    }

    private static func presence(_ value: Value) -> Value {
        switch value.content {
        case .absent: value.replacing(.scalar(.init("false")))
        case .unknown(let reasons, true): value.replacing(.unknown(reasons, mayBeAbsent: false))
        case .list(let elements, let open) where elements.isEmpty && open.isEmpty:
            value.replacing(.scalar(.init("false")))
        default: value.replacing(.scalar(.init("true")))
        }
    }

    private static func list(of value: Value, keyName: String, valueName: String) -> Value {
        guard case .map(let members) = value.content else { return value }
        let entries = members.map { member in
            member.value.replacing(
                .map([
                    Value.Member(key: keyName, value: member.value.replacing(.scalar(.init(member.key)))),
                    Value.Member(key: valueName, value: member.value),
                ]))
        }
        return value.replacing(.list(entries, open: []))
    }

    private static func decoded(_ value: Value) -> Value {
        guard case .scalar(let scalar) = value.content else { return value }
        guard let text = Base64.text(scalar.text) else {
            return value.replacing(.unknown([Reason("it is no text in base64")], mayBeAbsent: false))
        }
        return value.replacing(.scalar(.init(text)))
    }
}

extension Value {
    /// Another content at the same place, come the same way.
    fileprivate func replacing(_ content: Content) -> Value {
        Value(content, origin: origin, steps: steps, mentions: mentions)
    }
}
