import Evaluation
import PropertyLedger
import Text

/// Walks what one resource writes, and looks each property up in the table of its type.
struct LedgerWalk {
    private let type: String
    /// What is unknown in a plan is newer than the ledger, since the provider took it.
    private let isPlan: Bool
    private var table: LedgerTable
    /// Whether it walks through JSON with the names of the API: their first letters are small, and their case does not matter
    /// (encoding/json of Go, by which the provider reads them).
    private var isEmbedded = false
    private(set) var unknownNames: [UnknownName] = []
    private(set) var unread: [UnreadProperty] = []

    init(table: LedgerTable, type: String, isPlan: Bool) {
        self.table = table
        self.type = type
        self.isPlan = isPlan
    }

    /// Deeper than any property of AWS; what lies below is not looked at.
    private static let deepest = 32

    /// Reads a resource's properties.
    ///
    /// - Returns: the properties with what was meant by misspelled ones unknown; `nil` where nothing is misspelled.
    mutating func read(_ properties: Value, leavingOut names: Set<String> = []) -> Value? {
        structure(properties, at: "", inherited: nil, depth: 0, leavingOut: names)
    }

    /// Reads JSON with the names of the API, whose first letters are small.
    mutating func readDefinitions(_ value: Value, by table: LedgerTable, at place: EmbeddedDefinitions) {
        let outer = self.table
        self.table = table
        isEmbedded = true
        defer {
            self.table = outer
            isEmbedded = false
        }
        _ = structure(value.flatMap(\.unwrappedJSON), at: place.property, inherited: nil, depth: 1, leavingOut: [])
    }

    // MARK: - Structures

    private mutating func structure(
        _ value: Value, at path: String, inherited: PropertyClass?, depth: Int, leavingOut names: Set<String>
    ) -> Value? {
        guard depth < Self.deepest else { return nil }
        switch value.content {
        case .map(let members, let open):
            guard let changed = self.members(members, at: path, inherited: inherited, depth: depth, leavingOut: names) else {
                return nil
            }
            return value.with(.map(changed, open: open))
        case .list(let elements, let open):
            let changed = elements.map { structure($0, at: path, inherited: inherited, depth: depth, leavingOut: names) }
            guard changed.contains(where: { $0 != nil }) else { return nil }
            return value.with(.list(zip(elements, changed).map { $1 ?? $0 }, open: open))
        case .choice(let condition, let yes, let no):
            let left = structure(yes, at: path, inherited: inherited, depth: depth, leavingOut: names)
            let right = structure(no, at: path, inherited: inherited, depth: depth, leavingOut: names)
            guard left != nil || right != nil else { return nil }
            return value.with(.choice(condition, left ?? yes, right ?? no))
        default: return nil
        }
    }

    private mutating func members(
        _ members: [Value.Member], at path: String, inherited: PropertyClass?, depth: Int, leavingOut names: Set<String>
    ) -> [Value.Member]? {
        var changed: [Value.Member]?
        for (index, member) in members.enumerated() where !names.contains(member.key) && !member.value.isAbsent {
            let name = spelling(of: member.key, at: path)
            let memberPath = path.isEmpty ? name : "\(path).\(name)"
            guard let row = table.row(at: memberPath) else {
                if let meant = unknown(member, name, at: path, among: members) {
                    changed = (changed ?? members) + [meant]
                }
                continue
            }
            guard let value = property(member.value, row: row, inherited: inherited, depth: depth) else { continue }
            var copy = changed ?? members
            copy[index] = Value.Member(key: member.key, value: value)
            changed = copy
        }
        return changed
    }

    private mutating func property(_ value: Value, row: LedgerRow, inherited: PropertyClass?, depth: Int) -> Value? {
        let ownClass = row.ownClass ?? inherited
        if case .decides(let rules) = ownClass {
            if !isLeftToDefault(value), !isHarmless(value, at: row.path) {
                unread.append(UnreadProperty(path: row.path, bearing: .rules(rules)))
            }
            return nil
        }
        switch row.form {
        case .block: return structure(value, at: row.path, inherited: ownClass, depth: depth + 1, leavingOut: [])
        case .value:
            if case .irrelevant = ownClass { return nil }
            check(value, of: row.path)
            return nil
        case .free, .computed, .member: return nil
        }
    }

    // MARK: - Names

    /// How the table spells a name.
    private func spelling(of key: String, at path: String) -> String {
        guard isEmbedded else { return key }
        let name = (key.first?.uppercased() ?? "") + key.dropFirst()
        if table.row(at: path.isEmpty ? name : "\(path).\(name)") != nil { return name }
        let lower = key.lowercased()
        return table.members(of: path).first { $0.name.lowercased() == lower }?.name ?? name
    }

    /// Notes a name that the table does not have.
    ///
    /// - Returns: the property that was meant, of which nothing is known; `nil` where it is written as well, or none is near.
    private mutating func unknown(
        _ member: Value.Member, _ name: String, at path: String, among members: [Value.Member]
    ) -> Value.Member? {
        guard Self.isName(member.key) else { return nil }
        let isChosen = isPlan && member.value.steps.contains { $0.kind == .providerDefault }
        guard !isChosen, !(isPlan && member.value.isEmpty) else { return nil }
        let known = table.members(of: path).filter { $0.form != .computed }
        let written = Set(members.map { spelling(of: $0.key, at: path) })
        let meant = isPlan ? nil : Self.meant(by: name, among: known.filter { !written.contains($0.name) })
        let memberPath = path.isEmpty ? name : "\(path).\(name)"
        unknownNames.append(
            UnknownName(
                .property, member.key, type: type, path: memberPath, meant: meant, origin: member.value.origin,
                isEmbedded: isEmbedded))
        guard let meant else {
            unread.append(UnreadProperty(path: memberPath, bearing: .errors))
            return nil
        }
        let reason = Reason("AWS has no property \(member.key), which may stand for \(meant)")
        return Value.Member(key: meant, value: .unknown(reason, mayBeAbsent: true, origin: member.value.origin))
    }

    /// The singular and the plural of a structure may both be there, as in Auto Scaling's NotificationConfigurations; of a
    /// value one of them is a slip.
    private static func meant(by name: String, among known: [LedgerRow]) -> String? {
        NameSlip.meant(by: name, among: known.map(\.name))
            ?? known.first { $0.form == .value && NameSlip.isNumber(name, of: $0.name) }?.name
    }

    /// False for what is filled in before AWS sees it: functions, variables of other tools.
    private static func isName(_ key: String) -> Bool {
        !key.isEmpty
            && key.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
                    true
                default: false
                }
            }
    }

    // MARK: - Values

    /// Whether a plan holds it though it is not written: empty, or chosen by the provider.
    private func isLeftToDefault(_ value: Value) -> Bool {
        value.isEmpty || value.steps.contains { $0.kind == .providerDefault }
    }

    /// Whether a property that decides has a value of which the ledger says that nothing follows: the default, as a rule.
    private func isHarmless(_ value: Value, at path: String) -> Bool {
        guard case .scalar(let scalar) = value.content else { return false }
        let text = scalar.text == "True" || scalar.text == "TRUE" ? "true" : scalar.text
        guard case .irrelevant = table.row(at: "\(path)=\(text)")?.ownClass else { return false }
        return true
    }

    /// Holds a known text, or the texts of a list, against the values that the ledger lists.
    private mutating func check(_ value: Value, of path: String) {
        switch value.content {
        case .list(let elements, _): for element in elements { check(element, of: path) }
        case .choice(_, let yes, let no):
            check(yes, of: path)
            check(no, of: path)
        case .scalar(let scalar):
            guard !scalar.text.isEmpty else { return }
            if let row = table.row(at: "\(path)=\(scalar.text)") {
                guard case .decides(let rules) = row.ownClass else { return }
                unread.append(UnreadProperty(path: "\(path): \(scalar.text)", bearing: .rules(rules)))
            } else {
                unlisted(scalar.text, value, of: path)
            }
        default: return
        }
    }

    private mutating func unlisted(_ text: String, _ value: Value, of path: String) {
        let known = table.values(of: path).map(\.name)
        guard !known.isEmpty, Self.isName(text), !(isPlan && value.steps.contains { $0.kind == .providerDefault }) else { return }
        let meant = isPlan ? nil : NameSlip.meant(by: text, among: known)
        unknownNames.append(UnknownName(.value, text, type: type, path: path, meant: meant, origin: value.origin))
        if meant == nil { unread.append(UnreadProperty(path: "\(path): \(text)", bearing: .errors)) }
    }
}

extension Value {
    /// Another content at the same place, come the same way.
    fileprivate func with(_ content: Content) -> Value {
        Value(content, origin: origin, steps: steps, mentions: mentions, isJSONText: isJSONText)
    }

    /// An empty list, map or text: how plans write a block that is not there.
    fileprivate var isEmpty: Bool {
        switch content {
        case .list(let elements, let open): elements.isEmpty && open.isEmpty
        case .map(let members, let open): members.isEmpty && open.isEmpty
        case .scalar(let scalar): scalar.text.isEmpty
        default: false
        }
    }
}
