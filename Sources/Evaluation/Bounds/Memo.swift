/// Things that are worked out when they are first asked for, each once; one that needs itself is told.
package struct Memo<Key: Hashable, Result> {
    /// What is known of a thing when it is asked for.
    package enum Start {
        /// It was worked out before.
        case known(Result)
        /// It is being worked out just now: it needs itself.
        case underway
        /// It is to be worked out, and `end` to be called with what came out.
        case begun
    }

    private var results: [Key: Result] = [:]
    private var underway: Set<Key> = []

    /// Creates a memo of nothing.
    package init() {}

    /// Asks for a thing.
    package mutating func begin(_ key: Key) -> Start {
        if let known = results[key] { return .known(known) }
        return underway.insert(key).inserted ? .begun : .underway
    }

    /// Keeps what came out, and gives it back.
    @discardableResult
    package mutating func end(_ key: Key, with result: Result) -> Result {
        underway.remove(key)
        results[key] = result
        return result
    }
}
