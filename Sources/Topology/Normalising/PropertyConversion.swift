import Evaluation
import Templates
import Text

/// Makes the model's value of one that a dialect writes otherwise. Declared in the model table, so that no code asks what
/// kind it reads.
package enum PropertyConversion: Sendable, Hashable {
    /// `true` for ENABLED, `false` for DISABLED.
    case enabledDisabled
    /// Whether anything is written, as a truth value.
    case presence
    /// `{QueueName: jobs}` for a list of `{name: QueueName, value: jobs}`, with these two keys.
    case keyValueMap(key: String, value: String)
    /// Text in base64 for the text.
    case base64
    /// Text as it is or in base64, unless it is the hash that the provider keeps in its place.
    case unlessHashed
    /// A list of structures in which a member that is not written has this value.
    case filling(member: String, with: String)
    /// An empty text for nothing, where text is what the field holds.
    case absentWhenEmpty
    /// A list whose only element is cut at its commas, as AWS does where an API takes one text.
    case cutAtCommas
    /// Zero for nothing, where the provider fills it in for a number that is not set and never sends it.
    case absentWhenZero
    /// A negative number for nothing, where it stands for the default.
    case absentWhenNegative
    /// Container definitions as JSON text or structure, whose keys may be written in any case: `readonlyrootfilesystem`.
    case containerKeys

    func convert(_ value: Value) -> Value {
        switch self {
        case .enabledDisabled: value.flatMap(Self.status)
        case .presence: value.flatMap(Self.presence)
        case .keyValueMap(let keyName, let valueName):
            value.flatMap { Self.list(of: $0, keyName: keyName, valueName: valueName) }
        case .base64: value.flatMap(Self.decoded)
        case .unlessHashed: value.flatMap(Self.unlessHashed)
        case .filling(let member, let text): value.flatMap { Self.filled($0, member: member, text: text) }
        case .absentWhenEmpty:
            value.flatMap { $0.knownText == "" ? Value(.absent, origin: $0.origin) : $0 }
        case .absentWhenZero:
            value.flatMap { $0.knownText == "0" ? Value(.absent, origin: $0.origin) : $0 }
        case .absentWhenNegative:
            value.flatMap { $0.knownText?.hasPrefix("-") == true ? Value(.absent, origin: $0.origin) : $0 }
        case .cutAtCommas: value.flatMap(Self.cutAtCommas)
        case .containerKeys: value.flatMap { ContainerKeys.documented($0.unwrappedJSON) }
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
        guard case .map(let members, let open) = value.content else { return value }
        let entries = members.map { member in
            member.value.replacing(
                .map([
                    Value.Member(key: keyName, value: member.value.replacing(.scalar(.init(member.key)))),
                    Value.Member(key: valueName, value: member.value),
                ]))
        }
        return value.replacing(.list(entries, open: open))
    }

    /// Forty hexadecimal digits are no script but a SHA-1 sum; what is base64 already the provider does not encode again
    /// (`internal/service/autoscaling/launch_configuration.go`, Base64EncodeOnce).
    private static func unlessHashed(_ value: Value) -> Value {
        guard let text = value.knownText else { return value }
        guard text.utf8.count == 40, text.allSatisfy(\.isHexDigit) else {
            guard !text.isEmpty, text.utf8.count.isMultiple(of: 4), let decoded = Base64.decodedText(text) else { return value }
            return value.replacing(.scalar(.init(decoded)))
        }
        return value.replacing(.unknown([Reason("the provider keeps a hash in its place")], mayBeAbsent: false))
    }

    private static func filled(_ value: Value, member: String, text: String) -> Value {
        switch value.content {
        case .list(let elements, let open):
            let filled = elements.map { $0.flatMap { Self.filled($0, member: member, text: text) } }
            return value.replacing(.list(filled, open: open))
        case .map(let members, _) where value.member(member).isAbsent:
            let others = members.filter { $0.key != member }
            return value.replacing(
                .map(others + [Value.Member(key: member, value: value.replacing(.scalar(.init(text, isQuoted: false))))]))
        default: return value
        }
    }

    private static func cutAtCommas(_ value: Value) -> Value {
        guard case .list(let elements, let open) = value.content, open.isEmpty, elements.count == 1 else { return value }
        return elements[0].flatMap { element in
            switch element.content {
            case .scalar(let scalar):
                let texts = scalar.text.split(separator: ",", omittingEmptySubsequences: true)
                guard texts.count > 1 else { return value.replacing(.list([element], open: [])) }
                return value.replacing(.list(texts.map { element.replacing(.scalar(.init(String($0)))) }, open: []))
            case .list: return element
            case .reference, .absent: return value.replacing(.list([element], open: []))
            default: return value.replacing(.list([element], open: [Reason("it may be several with commas between them")]))
            }
        }
    }

    private static func decoded(_ value: Value) -> Value {
        guard case .scalar(let scalar) = value.content else { return value }
        guard let text = Base64.decodedText(scalar.text) else {
            return value.replacing(.unknown([Reason("it is not text in base64")], mayBeAbsent: false))
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
