/// What an environment allows where rules and the standard language differ.
package struct Dialect: Sendable {
    /// Whether `has()` takes keys of maps, too. Rules ask with `in`: one question, one way to put it.
    package var hasTakesKeys: Bool
    /// The dotted name that a name may leave out: with `a.b`, `x` is `a.b.x`, else `a.x`, else `x`; empty for none.
    package var container: String

    /// Creates a dialect of an environment.
    package init(hasTakesKeys: Bool, container: String = "") {
        self.hasTakesKeys = hasTakesKeys
        self.container = container
    }

    /// What conditions and messages of rules are written in.
    package static let rules = Dialect(hasTakesKeys: false)

    /// The names that a written one may stand for, the most particular first.
    func candidates(for name: String) -> [String] {
        var prefix = container[...]
        var names: [String] = []
        while !prefix.isEmpty {
            names.append("\(prefix).\(name)")
            prefix = prefix.lastIndex(of: ".").map { prefix[..<$0] } ?? ""
        }
        return names + [name]
    }
}
