/// Whether a name is another one with a slip of the pen in it.
///
/// Stricter than ``NearestName``, which only suggests: what AWS adds tomorrow must not be taken for a slip of what it has
/// today. `AvailabilityZoneIds` came beside `AvailabilityZones`, `NotificationConfiguration` beside
/// `NotificationConfigurations`, `max_healthy_percentage` beside `min_healthy_percentage`.
package enum NameSlip {
    /// Words shorter than this are too near to each other: `min` and `max`, `Id` and `Ip`.
    private static let shortestWord = 4
    /// Words from this length on may have two slips.
    private static let longWord = 8
    /// Names of other words are compared as a whole from this length on.
    private static let longName = 10

    /// The known name that was meant; `nil` when the name is none of them with a slip, or might be several.
    package static func meant(by name: String, among known: some Sequence<String>) -> String? {
        let candidates = known.filter { isSlip(name, of: $0) }
        if candidates.count < 2 { return candidates.first }
        let distances = candidates.map { (slips: NearestName.slips(in: name, for: $0), name: $0) }
        guard let least = distances.map(\.slips).min() else { return nil }
        let nearest = distances.filter { $0.slips == least }
        return nearest.count == 1 ? nearest.first?.name : nil
    }

    /// Whether `name` is `known` with other capitals, or with a letter or two of a word wrong.
    package static func isSlip(_ name: String, of known: String) -> Bool {
        guard name != known else { return false }
        if fold(name) == fold(known) { return true }
        let typed = words(of: name)
        let meant = words(of: known)
        guard typed.count == meant.count else { return isOneLetter(fold(name), off: fold(known)) }
        let different = zip(typed, meant).filter { $0 != $1 }
        return different.count <= 2 && different.allSatisfy { isSlip(word: $0, of: $1) }
    }

    /// Whether one of two long names is the plural of the other.
    package static func isNumber(_ name: String, of known: String) -> Bool {
        min(name.utf8.count, known.utf8.count) >= longWord && (name + "s" == known || known + "s" == name)
    }

    private static func isSlip(word: String, of known: String) -> Bool {
        guard min(word.utf8.count, known.utf8.count) >= shortestWord, word + "s" != known, known + "s" != word else {
            return false
        }
        // Years and numbers tell things apart: WINDOWS_SERVER_2022_CORE and WINDOWS_SERVER_2025_CORE.
        guard word.filter(\.isLetter) != known.filter(\.isLetter) else { return false }
        return NearestName.slips(in: word, for: known) <= (known.utf8.count >= longWord ? 2 : 1)
    }

    /// A capital that is missing makes one word of two: `Visibilitytimout`.
    private static func isOneLetter(_ name: String, off known: String) -> Bool {
        known.utf8.count >= longName && !isNumber(name, of: known) && name.filter(\.isLetter) != known.filter(\.isLetter)
            && NearestName.slips(in: name, for: known) == 1
    }

    private static func fold(_ name: String) -> String { name.lowercased().filter { $0 != "_" && $0 != "-" } }

    /// `enable`, `ecs`, `managed`, `tags` of `EnableECSManagedTags` and of `enable_ecs_managed_tags`.
    private static func words(of name: String) -> [String] {
        let letters = Array(name.unicodeScalars)
        var words: [String] = []
        var word = ""
        for (index, letter) in letters.enumerated() {
            guard letter != "_", letter != "-" else {
                if !word.isEmpty { words.append(word) }
                word = ""
                continue
            }
            let isCapital = letter.properties.isUppercase
            let isBehindSmall = index > 0 && !letters[index - 1].properties.isUppercase
            let isBeforeSmall = index + 1 < letters.count && letters[index + 1].properties.isLowercase
            if isCapital, !word.isEmpty, isBehindSmall || isBeforeSmall {
                words.append(word)
                word = ""
            }
            word.unicodeScalars.append(letter)
        }
        if !word.isEmpty { words.append(word) }
        return words.map { $0.lowercased() }
    }
}

extension NameSlip {
    /// The same for a resource type, `AWS::SQS::Queu` or `aws_sqs_queu`: the service and what is in it may each have a slip.
    package static func meantType(by type: String, among known: [String]) -> String? {
        let parts = segments(of: type)
        let candidates = known.filter { other in
            let meant = segments(of: other)
            guard meant.count == parts.count else { return false }
            let different = zip(parts, meant).filter { $0 != $1 }
            return different.count == 1 && different.allSatisfy { isSlip($0, of: $1) }
        }
        return candidates.count == 1 ? candidates.first : nil
    }

    private static func segments(of type: String) -> [String] {
        guard type.utf8.contains(UInt8(ascii: ":")) else { return [type] }
        return type.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).map { String(Substring($0)) }
    }
}
