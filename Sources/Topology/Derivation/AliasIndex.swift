import Evaluation
import Templates

/// The aliases of keys by their names, so that a queue finds its own without asking all.
struct AliasIndex {
    private struct Key: Hashable {
        let root: Int
        let name: String
    }

    /// By what is equal for names that are surely equal; of several aliases the first.
    private var byIdentity: [Key: ObjectID] = [:]
    /// By the name, where it is wholly known.
    private var byText: [Key: ObjectID] = [:]
    /// The same for the aliases of all systems, as far as one alone bears the name.
    private var onlyOnes: [String: ObjectID?] = [:]

    init(_ assembly: ModelAssembly) {
        for alias in assembly.ids(of: .kmsAlias) {
            guard let name = assembly.writtenName(of: alias) else { continue }
            let root = assembly.root(of: alias)
            if let identity = name.identityKey { add(alias, Key(root: root, name: identity), to: &byIdentity) }
            if let text = name.knownText {
                add(alias, Key(root: root, name: text), to: &byText)
                onlyOnes[text] = .some(onlyOnes[text] == nil ? alias : nil)
            }
        }
    }

    private func add(_ alias: ObjectID, _ key: Key, to index: inout [Key: ObjectID]) {
        if index[key] == nil { index[key] = alias }
    }

    /// The first alias that a value names, with or without an ARN before it.
    func first(meantBy value: Value, inRoot root: Int) -> ObjectID? {
        var found = value.identityKey.flatMap { byIdentity[Key(root: root, name: $0)] }
        guard !byText.isEmpty, case .literal(let end)? = value.textParts.last else { return found }
        // A name may hold colons itself: each end behind one may be it.
        for colon in end.utf8.indices where end.utf8[colon] == UInt8(ascii: ":") {
            let name = String(end[end.utf8.index(after: colon)...])
            guard let alias = byText[Key(root: root, name: name)] else { continue }
            found = found.map { min($0, alias) } ?? alias
        }
        return found ?? elsewhere(end)
    }

    /// The alias of another template whose name a text is or ends in.
    private func elsewhere(_ text: String) -> ObjectID? {
        guard let start = text.ranges(of: "alias/").first?.lowerBound else { return nil }
        return onlyOnes[String(text[start...])] ?? nil
    }
}
