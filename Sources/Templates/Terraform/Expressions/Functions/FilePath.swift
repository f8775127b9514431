import Evaluation

/// Paths as texts, as Go's `path/filepath` cuts them.
enum FilePath {
    /// The shortest path that means the same.
    static func cleaned(_ path: String) -> String {
        let isRooted = path.hasPrefix("/")
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part == "..", parts.last.map({ $0 != ".." }) ?? isRooted {
                _ = parts.popLast()
            } else {
                parts.append(part)
            }
        }
        let text = (isRooted ? "/" : "") + parts.joined(separator: "/")
        return text.isEmpty ? "." : text
    }

    /// All but the last name.
    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return cleaned(String(path[...slash]))
    }
}
