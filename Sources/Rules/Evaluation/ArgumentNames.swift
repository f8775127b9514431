import Topology

/// The names of properties in a rule's advice, which rules write as CloudFormation spells them.
enum ArgumentNames {
    /// Terraform's name for a property whose CloudFormation name cannot be taken for an English word.
    private static let terraform: [String: String] = names(of: .builtIn)

    /// A text with the properties in it spelled as a dialect does: `Set VisibilityTimeout` and
    /// `Set visibility_timeout_seconds`.
    static func spelled(_ text: String, in dialect: Dialect) -> String {
        guard dialect == .terraform else { return text }
        guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return spelled(ascii: text.utf8) }
        var spelled = ""
        var word = ""
        for character in text {
            if isWordCharacter(character) {
                word.append(character)
            } else {
                spelled += translated(word)
                spelled.append(character)
                word = ""
            }
        }
        return spelled + translated(word)
    }

    /// The same for the texts of nearly all rules: Unicode's tables are slow.
    private static func spelled(ascii text: String.UTF8View) -> String {
        var spelled = ""
        var rest = text[...]
        while let first = rest.first {
            let end = rest.firstIndex { isWordByte($0) != isWordByte(first) } ?? rest.endIndex
            let part = String(Substring(rest[..<end]))
            spelled += isWordByte(first) ? translated(part) : part
            rest = rest[end...]
        }
        return spelled
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "-"):
            true
        default: false
        }
    }

    /// A name with a dot or underscore is an address, not a property; a dot behind it ends the sentence.
    private static func isWordCharacter(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == "_" || character == "." || character == "-"
    }

    private static func translated(_ word: String) -> String {
        let name = word.hasSuffix(".") ? String(word.dropLast()) : word
        return terraform[name].map { $0 + word.dropFirst(name.count) } ?? word
    }

    private static func names(of schema: ModelSchema) -> [String: String] {
        var found: [String: Set<String>] = [:]
        for field in schema.kinds.flatMap(\.fields) {
            var property = field.cloudFormation.firstPath.filter { $0 != "Properties" }
            var argument = field.terraform.firstPath
            while let name = property.last, let other = argument.last {
                if isUnmistakable(name) { found[name, default: []].insert(other) }
                // Rules name a property that others share with the block around it.
                if property.count > 1 { found[property.suffix(2).joined(separator: "."), default: []].insert(other) }
                // The blocks around are the same while their names are.
                guard small(name) == small(other) else { break }
                property.removeLast()
                argument.removeLast()
            }
        }
        // `QueueName` is `name` in a queue, and a metric's dimension in both languages.
        return found.compactMapValues { $0.count == 1 && $0 != ["name"] ? $0.first : nil }
    }

    /// A name without what tells the languages apart: `SqsTarget` and `sqs_target`.
    private static func small(_ name: String) -> String { name.filter { $0 != "_" }.lowercased() }

    /// Two capitals with small letters: `MinSize`, not `Memory`.
    private static func isUnmistakable(_ name: String) -> Bool {
        name.count(where: \.isUppercase) >= 2 && name.contains(where: \.isLowercase) && name.first?.isUppercase == true
    }
}
