import Evaluation

/// What the identifiers of the `Fn::ForEach` loops around a place stand for.
///
/// CloudFormation replaces `${Identifier}` and `&{Identifier}` in every key and text of a loop's body, the latter without the
/// characters that a logical id cannot have
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-foreach.html).
struct LoopVariables: Sendable {
    static let none = LoopVariables()

    private var texts: [String: String] = [:]

    var isEmpty: Bool { texts.isEmpty }

    subscript(identifier: String) -> String? { texts[identifier] }

    func binding(_ identifier: String, to text: String) -> LoopVariables {
        var copy = self
        copy.texts[identifier] = text
        return copy
    }

    /// A text with the variables replaced; what would become longer than `limit` bytes is left as it is.
    func replaced(in text: String, limit: Int = EvaluationLimits.default.textBytes) -> String {
        guard !texts.isEmpty, text.utf8.contains(UInt8(ascii: "{")) else { return text }
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            guard let (replacement, end) = variable(in: bytes, at: index) else {
                result.append(bytes[index])
                index += 1
                continue
            }
            result += replacement
            guard result.count <= limit else { return text }
            index = end
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The replacement of the variable that starts at `index` and where the variable ends.
    private func variable(in bytes: [UInt8], at index: Int) -> (String.UTF8View, end: Int)? {
        let isPlain = bytes[index] == UInt8(ascii: "$")
        guard isPlain || bytes[index] == UInt8(ascii: "&"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "{"),
            let close = bytes[index...].prefix(Self.longestIdentifier).firstIndex(of: UInt8(ascii: "}"))
        else { return nil }
        let name = String(decoding: bytes[(index + 2)..<close], as: UTF8.self)
        guard let text = texts[name] else { return nil }
        return (isPlain ? text.utf8 : String(text.filter(Self.isAlphanumeric)).utf8, close + 1)
    }

    /// Longest identifier that is looked for, with `${` and `}`; logical ids have at most 255 characters.
    private static let longestIdentifier = 258

    private static func isAlphanumeric(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber)
    }
}
