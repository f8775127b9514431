import Text

/// The part of a file system that a repository's own files may name: its work tree, or without one the folder they stand in, and
/// the folder that the command runs in.
///
/// A configuration comes with a proposed change, from somebody who may not see what the machine that checks it sees.
struct Reach: Sendable {
    /// In full and without links.
    private let folders: [String]

    /// - Parameter folder: where the file stands that names others; in full.
    init(around folder: String, workingFolder: String = Platform.workingFolder) {
        let own = Platform.realPath(folder) ?? folder
        let running = Platform.realPath(workingFolder) ?? workingFolder
        // A command that runs in `/` says nothing of what belongs to it.
        folders = [GitIgnore.workTree(around: own) ?? own] + (running == "/" ? [] : [running])
    }

    /// - Parameter path: in full; links in it are followed, those of what is not there yet as far as there is something.
    func holds(_ path: String) -> Bool {
        var place = path
        var rest = ""
        while place != "/" {
            if let real = Platform.realPath(place) {
                let whole = rest.isEmpty ? real : PathName.join(real, rest)
                return folders.contains { PathName.isInside(whole, folder: $0) || whole == $0 }
            }
            // A link that leads nowhere might lead anywhere by the time it is used.
            if Platform.kind(of: place, followingLinks: false) == .link { return false }
            let name = PathName.lastComponent(of: place)
            rest = rest.isEmpty ? name : name + "/" + rest
            place = PathName.folder(of: place)
        }
        return folders.contains("/")
    }
}
