import Topology

/// The names of properties in a rule's advice, which rules write as CloudFormation spells them.
enum ArgumentNames {
    /// Terraform's name for a property whose CloudFormation name cannot be taken for an English word.
    private static let terraform: [String: String] = names(of: .builtIn)

    /// A text with the properties in it spelled as a dialect does: `Set VisibilityTimeout` and
    /// `Set visibility_timeout_seconds`.
    static func spelled(_ text: String, in dialect: Dialect) -> String {
        guard dialect == .terraform else { return text }
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
            guard let property = field.cloudFormation.lastName, let argument = field.terraform.lastName,
                isUnmistakable(property)
            else { continue }
            found[property, default: []].insert(argument)
        }
        // `QueueName` is `name` in a queue, and a metric's dimension in both languages.
        return found.compactMapValues { $0.count == 1 && $0 != ["name"] ? $0.first : nil }
    }

    /// Two capitals with small letters: `MinSize`, not `Memory`.
    private static func isUnmistakable(_ name: String) -> Bool {
        name.count(where: \.isUppercase) >= 2 && name.contains(where: \.isLowercase) && name.first?.isUppercase == true
    }
}
