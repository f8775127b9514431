/// Which optional fields are certainly there, as far as the text of the conditions shows it.
///
/// A path is the text of the selection with its variable made unambiguous: `q.redrive`.
struct Presence {
    private(set) var paths: Set<String>

    init(_ paths: Set<String> = []) {
        self.paths = paths
    }

    func contains(_ path: String) -> Bool { paths.contains(path) }

    func adding(_ more: Set<String>) -> Presence { Presence(paths.union(more)) }
}
