/// Paths as text: joined, tidied and made relative without asking the file system.
package enum PathName {
    /// Without empty and `.` components; `.` for the folder itself. `..` stays, since a link may stand before it.
    package static func tidy(_ path: String) -> String {
        let parts = path.split(separator: "/").filter { $0 != "." }
        let joined = parts.joined(separator: "/")
        if path.utf8.first == UInt8(ascii: "/") { return "/" + joined }
        return joined.isEmpty ? "." : joined
    }

    /// `name` in `folder`; `name` alone when it is absolute or the folder is the working one.
    package static func join(_ folder: String, _ name: String) -> String {
        if isAbsolute(name) || folder.isEmpty || folder == "." { return tidy(name) }
        return tidy(folder + "/" + name)
    }

    /// The folder that a path stands in; `.` when it names none.
    package static func folder(of path: String) -> String {
        let tidied = tidy(path)
        guard let slash = tidied.lastIndex(of: "/") else { return "." }
        return slash == tidied.startIndex ? "/" : String(tidied[..<slash])
    }

    /// The last name of a path; empty for the root.
    package static func lastComponent(of path: String) -> String {
        String(path.split(separator: "/").last ?? "")
    }

    /// The shortest path that means the same, with `..` taken away by name where a folder stands before it; `.` for the
    /// folder itself. As Go's `path.Clean` (https://pkg.go.dev/path#Clean).
    package static func cleaned(_ path: String) -> String {
        let isRooted = isAbsolute(path)
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

    /// Whether a path starts at the root.
    package static func isAbsolute(_ path: String) -> Bool { path.utf8.first == UInt8(ascii: "/") }

    /// `path` in full, with `..` taken away by name.
    package static func absolute(_ path: String, workingFolder: String) -> String {
        cleaned(isAbsolute(path) ? path : "/" + workingFolder + "/" + path)
    }

    /// How to reach `path` from `folder`; both absolute.
    package static func relative(_ path: String, to folder: String) -> String {
        let target = path.split(separator: "/")
        let start = folder.split(separator: "/")
        let common = zip(target, start).prefix { $0 == $1 }.count
        let parts = Array(repeating: Substring(".."), count: start.count - common) + target.dropFirst(common)
        return parts.isEmpty ? "." : parts.joined(separator: "/")
    }

    /// Whether `path` is `folder` or stands in it; both absolute.
    package static func isInside(_ path: String, folder: String) -> Bool {
        path.split(separator: "/").starts(with: folder.split(separator: "/"))
    }
}
