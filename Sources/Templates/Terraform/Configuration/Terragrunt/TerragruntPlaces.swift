import Evaluation

/// The folders that paths in a Terragrunt file start from, and what stands there.
package struct TerragruntPlaces {
    /// The folder of the unit that is run: of its `terragrunt.hcl`.
    package let unit: String
    /// The folder of the file that is read: the unit's own, or of one that it includes.
    package let file: String
    /// Whether a file or folder is there and may be looked at, by its absolute path.
    package let exists: (_ path: String) -> Bool
    /// The text of a file that may be looked at.
    package let contents: (_ path: String) -> String?

    /// Creates the places of a file; all paths are absolute.
    package init(
        unit: String, file: String, exists: @escaping (_ path: String) -> Bool,
        contents: @escaping (_ path: String) -> String?
    ) {
        self.unit = unit
        self.file = file
        self.exists = exists
        self.contents = contents
    }

    /// A path in full.
    func absolute(_ path: String, from folder: String) -> String {
        ConfigurationRoots.joined(path.hasPrefix("/") ? "/" : folder, path)
    }

    /// The nearest file or folder of a name above the unit's folder.
    func above(_ name: String) -> String? {
        var folder = unit
        while let parent = Self.parent(of: folder) {
            let path = parent == "/" ? "/\(name)" : "\(parent)/\(name)"
            if exists(path) { return path }
            folder = parent
        }
        return nil
    }

    /// The repository's root, where that may be looked at.
    var repository: String? {
        if exists(unit + "/.git") { return unit }
        return above(".git").flatMap(Self.parent)
    }

    static func parent(of path: String) -> String? {
        guard path != "/", let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// How to reach a path from a folder; both absolute.
    static func relative(_ path: String, to folder: String) -> String {
        let target = path.split(separator: "/")
        let start = folder.split(separator: "/")
        let common = zip(target, start).prefix { $0 == $1 }.count
        let parts = Array(repeating: Substring(".."), count: start.count - common) + target.dropFirst(common)
        return parts.isEmpty ? "." : parts.joined(separator: "/")
    }
}
