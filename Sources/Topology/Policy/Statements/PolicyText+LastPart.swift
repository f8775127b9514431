extension PolicyText {
    /// Longer texts are not compared; AWS allows 2048 characters in an ARN.
    static let longest = 2_048

    /// What stands behind the last colon, mostly a resource's name.
    enum LastPart {
        /// Characters and names that equal themselves alone: no text with another last part of this kind matches.
        case fixed([Token])
        /// Fixed but for texts that are not known: only a text with the same last part surely matches; `nil` where not even
        /// that does.
        case partlyUnknown([Token]?)
        /// It may match a text with any last part.
        case anything
    }

    var lastPart: LastPart {
        guard tokens.count <= Self.longest else { return .anything }
        let start = tokens.lastIndex(of: .byte(UInt8(ascii: ":"))).map { $0 + 1 } ?? tokens.startIndex
        let part = tokens[start...]
        var hasUnknown = false
        var isIdentified = true
        for token in part {
            switch token {
            case .byte, .name: continue
            case .unknown(let key), .openPart(let key):
                hasUnknown = true
                if key == nil { isIdentified = false }
            case .anyText, .anyCharacter, .ignored: return .anything
            }
        }
        guard hasUnknown else { return .fixed(Array(part)) }
        return .partlyUnknown(isIdentified ? Array(part) : nil)
    }

    /// What stands between the colons; `nil` for a part that is not wholly known.
    var addressParts: [String?] {
        guard tokens.count <= Self.longest else { return [] }
        return tokens.split(separator: .byte(UInt8(ascii: ":")), omittingEmptySubsequences: false).map { part in
            var bytes: [UInt8] = []
            for token in part {
                guard case .byte(let byte) = token else { return nil }
                bytes.append(byte)
            }
            return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
        }
    }
}
