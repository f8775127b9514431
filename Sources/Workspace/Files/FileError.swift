#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Why a file could not be read or written.
package struct FileError: Error, Sendable, Hashable {
    /// What the system answered.
    package enum Kind: Sendable, Hashable {
        /// Nothing is at the path.
        case notFound
        /// It is there and may not be read or written.
        case permissionDenied
        /// A folder is there.
        case isFolder
        /// More than `limit` bytes.
        case tooLarge(limit: Int)
        /// A pipe, a device or a socket is there.
        case notOrdinary
        /// A link that leads out of the repository, or nowhere.
        case leadsOutside
        /// Anything else, in the system's words.
        case system(String)
    }

    /// The path as it was given.
    package let path: String
    /// What the system answered.
    package let kind: Kind

    /// Creates the error of a path.
    package init(path: String, kind: Kind) {
        self.path = path
        self.kind = kind
    }

    init(path: String, errorNumber: Int32) {
        let kind: Kind =
            switch errorNumber {
            case ENOENT, ENOTDIR: .notFound
            case EACCES, EPERM: .permissionDenied
            case EISDIR: .isFolder
            default: .system(Platform.description(ofErrorNumber: errorNumber))
            }
        self.init(path: path, kind: kind)
    }

    /// What happened, without the path.
    package var message: String {
        switch kind {
        case .notFound: "there is no such file or folder"
        case .permissionDenied: "permission denied"
        case .isFolder: "this is a folder, a file is needed"
        case .notOrdinary: "this is a pipe or a device, an ordinary file is needed"
        case .leadsOutside: "this is a link, which leads or may lead out of the repository"
        case .tooLarge(let limit): "the file is larger than \(limit >> 20) MiB"
        case .system(let text): text
        }
    }

    /// What to do about it.
    package var help: String {
        switch kind {
        case .notFound: "Check the spelling and the folder that the command runs in."
        case .permissionDenied: "Let the user that runs ecslint read it, or leave it out with `exclude`."
        case .isFolder: "Name a file."
        case .notOrdinary: "Name a file; a pipe can be given as `-` or on the command line."
        case .leadsOutside: "Name a file in the repository, or take the link away."
        case .tooLarge: "No template is that large: CloudFormation takes 1 MB. Leave the file out with `exclude`."
        case .system: "Try again; if it stays, the file system or the path is at fault."
        }
    }
}
