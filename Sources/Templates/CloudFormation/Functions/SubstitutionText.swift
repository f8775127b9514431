import Evaluation
import Text

/// The text of an `Fn::Sub`, cut into literals and variables.
struct SubstitutionText: Sendable, Equatable {
    enum Piece: Sendable, Equatable {
        case literal(String)
        /// `${Name}` or `${Resource.Attribute}`; `range` is where it stands, in UTF-8 bytes of the text.
        case variable(String, range: Range<Int>)
        /// What another tool fills in before CloudFormation sees the text.
        case placeholder(String)

        /// The same piece of a text that begins elsewhere.
        func moved(by offset: Int) -> Piece {
            guard case .variable(let name, let range) = self else { return self }
            return .variable(name, range: (range.lowerBound + offset)..<(range.upperBound + offset))
        }
    }

    let pieces: [Piece]

    /// Cuts a text; `${!Name}` is the literal `${Name}`, and a `${` without an end is literal too, as CloudFormation has it.
    init(_ text: String) {
        var pieces: [Piece] = []
        var literal: [UInt8] = []
        let bytes = Array(text.utf8)
        let lastBrace = bytes.lastIndex(of: UInt8(ascii: "}")) ?? 0
        var index = 0
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "$"), index < lastBrace, bytes[index + 1] == UInt8(ascii: "{"),
                let end = bytes[index...].firstIndex(of: UInt8(ascii: "}"))
            else {
                literal.append(bytes[index])
                index += 1
                continue
            }
            let name = String(decoding: bytes[(index + 2)..<end], as: UTF8.self)
            if name.hasPrefix("!") {
                literal += Array("${\(name.dropFirst())}".utf8)
            } else {
                if !literal.isEmpty { pieces.append(.literal(String(decoding: literal, as: UTF8.self))) }
                literal = []
                pieces.append(.variable(name.trimmed, range: index..<(end + 1)))
            }
            index = end + 1
        }
        if !literal.isEmpty { pieces.append(.literal(String(decoding: literal, as: UTF8.self))) }
        self.pieces = pieces
    }
}
