/// The lines that two texts do not share, as a diff shows them.
struct Difference: CustomStringConvertible {
    let description: String

    init(from expected: String, to found: String) {
        let old = expected.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let new = found.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let changes = new.difference(from: old).map { change in
            switch change {
            case .remove(let line, let text, _): (line, "-\(line + 1): \(text)")
            case .insert(let line, let text, _): (line, "+\(line + 1): \(text)")
            }
        }
        description = changes.sorted { $0.0 < $1.0 }.map(\.1).prefix(60).joined(separator: "\n")
    }
}
