import Evaluation
import Templates

/// A text of a policy, or of what a policy is asked about, as far as it is known.
struct PolicyText {
    enum Token: Hashable {
        case byte(UInt8)
        /// `*`: any text.
        case anyText
        /// `?`: any character.
        case anyCharacter
        /// The name that a resource of the input has or gets; equal names have equal keys, others differ.
        case name(String)
        /// Text without `:` that is not compared: a partition, region, account or random suffix.
        case ignored
        /// Text that is not known; equal keys are the same text.
        case unknown(key: String?)
        /// The same without `:` in it: a partition, an account, whatever stands between two colons of an ARN.
        case openPart(key: String?)
    }

    private(set) var tokens: [Token] = []
    /// Why parts of it are not known.
    private(set) var reasons: [Reason] = []

    init() {}

    /// Known text.
    /// - Parameter isPattern: whether `*` and `?` stand for other text.
    init(_ text: some StringProtocol, isPattern: Bool = false) {
        append(text, isPattern: isPattern)
    }

    mutating func append(_ text: some StringProtocol, isPattern: Bool = false) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "*") where isPattern: tokens.append(.anyText)
            case UInt8(ascii: "?") where isPattern: tokens.append(.anyCharacter)
            default: tokens.append(.byte(byte))
            }
        }
    }

    mutating func append(_ token: Token) { tokens.append(token) }

    mutating func append(_ other: PolicyText) {
        tokens += other.tokens
        reasons += other.reasons
    }

    /// - Parameter isPart: whether it surely holds no colon.
    mutating func appendUnknown(_ reasons: [Reason], isPart: Bool = false) {
        let key = reasons.count == 1 ? reasons.first?.source : nil
        tokens.append(isPart ? .openPart(key: key) : .unknown(key: key))
        self.reasons += reasons
    }

    func appending(_ text: String) -> PolicyText {
        var copy = self
        copy.append(text)
        return copy
    }

    /// Without case, for actions and principals that are services.
    var lowercased: PolicyText {
        var copy = self
        copy.tokens = tokens.map { token in
            guard case .byte(let byte) = token, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) else { return token }
            return .byte(byte | 0x20)
        }
        return copy
    }

    /// The wholly known text; `nil` when a part is not known or stands for other text.
    var known: String? {
        var bytes: [UInt8] = []
        for token in tokens {
            guard case .byte(let byte) = token else { return nil }
            bytes.append(byte)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// It is `*` and nothing else.
    var isAny: Bool { !tokens.isEmpty && tokens.allSatisfy { $0 == .anyText } }
}
