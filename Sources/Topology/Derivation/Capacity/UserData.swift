import Evaluation
import Templates

/// The script that an instance runs at its first boot, as far as it is known.
struct UserData {
    private let parts: [TextPart]
    /// Why the script is not known at all; empty where at least its texts between unknown parts are.
    private let unknown: [Reason]

    init(_ value: Value) {
        switch value.content {
        case .absent:
            parts = []
            unknown = []
        case .scalar, .text:
            parts = value.textParts
            unknown = []
        default:
            parts = []
            let reasons = value.unknownReasons
            unknown = reasons.isEmpty ? [Reason("the user data is not known")] : reasons
        }
    }

    /// A setting of the ECS agent by the name of its environment variable, as the script's last mention of it says.
    func setting(_ name: String) throws(ReadingFailure) -> Setting {
        guard unknown.isEmpty else { throw .unknown(unknown, mayBeAbsent: true) }
        var found: Setting?
        let settings = AgentSettingText(texts)
        for (index, part) in parts.enumerated() {
            guard case .literal(let text) = part, let start = settings.lastValue(of: name, in: text) else { continue }
            let value = start.prefix { !Self.endsValue($0) }
            let isCut = value.endIndex == text.endIndex && index + 1 < parts.count
            found = isCut ? .unknown(parts[index + 1]) : .known(String(value))
        }
        if let found { return found }
        // A part that is not known and stands alone on its lines may be a whole script; one within a line is a mere word.
        for (index, part) in parts.enumerated() {
            guard case .value(let value) = part, value.mayHoldLines, standsAlone(index) else { continue }
            let reasons = value.unknownReasons
            throw .unknown(reasons.isEmpty ? [Reason("a part of the user data is not known")] : reasons, mayBeAbsent: true)
        }
        return .absent
    }

    private func standsAlone(_ index: Int) -> Bool {
        if index > 0, case .literal(let before) = parts[index - 1], before.last?.isNewline == false { return false }
        if index + 1 < parts.count, case .literal(let after) = parts[index + 1], after.first?.isNewline == false { return false }
        return true
    }

    enum Setting {
        case absent
        case known(String)
        /// It is set to something that is not known.
        case unknown(TextPart)
    }

    private static func endsValue(_ character: Character) -> Bool {
        character.isWhitespace || "\"'\\;|&>)".contains(character)
    }

    /// `ECS_RESERVED_MEMORY` in MiB; 0 where the script does not set it, as the ECS agent takes it.
    func reservedMemory() throws(ReadingFailure) -> Int64 {
        // Not set is 0, so the number is there in any case.
        if let reason = unknown.first { throw .unknown([reason], mayBeAbsent: false) }
        switch try setting("ECS_RESERVED_MEMORY") {
        case .absent: return 0
        case .known(let text):
            guard let memory = Int64(text) else {
                throw .unknown([Reason("ECS_RESERVED_MEMORY is not a number")], mayBeAbsent: false)
            }
            return memory
        case .unknown: throw .unknown([Reason("ECS_RESERVED_MEMORY is not known")], mayBeAbsent: false)
        }
    }

    /// Kinds of credentials in the texts that are known.
    var credentials: [String] {
        var kinds: [String] = []
        for text in texts {
            if let kind = CredentialShape.kind(of: text), !kinds.contains(kind) { kinds.append(kind) }
        }
        return kinds
    }

    private var texts: [String] {
        parts.compactMap { if case .literal(let text) = $0 { text } else { nil } }
    }

    var isKnown: Bool { unknown.isEmpty }
    var isEmpty: Bool { parts.isEmpty }
}

extension Value {
    /// Whether what is not known of the value may be several lines: a script, a file, a whole parameter.
    fileprivate var mayHoldLines: Bool {
        switch content {
        case .unknown, .external, .choice: true
        default: false
        }
    }
}
