import Text
import YAMLBridge

/// Finds and reads `ecslint.yaml`.
package enum ConfigurationFile {
    /// The only name under which a configuration is found.
    package static let name = "ecslint.yaml"
    /// What people call it as well; to pass over such a file in silence would give answers without their configuration.
    private static let otherNames = ["ecslint.yml", ".ecslint.yaml", ".ecslint.yml", "ecslint.json"]

    /// The configuration of a run: the one named, else the first found upward from a path, else the defaults.
    ///
    /// - Throws: every mistake of the file, located.
    package static func load(
        _ named: String?, near path: String?, reader: FileReader = FileReader()
    ) throws(ConfigurationError) -> Configuration {
        if let named { return try read(named, reader: reader) }
        guard let file = try find(near: path) else { return Configuration() }
        return try read(file, reader: reader)
    }

    /// The configuration that a text holds; its paths are taken from the document's folder.
    ///
    /// - Throws: every mistake of the text, located.
    package static func parse(_ document: Document) throws(ConfigurationError) -> Configuration {
        try ConfigurationParser.parse(document)
    }

    /// The nearest `ecslint.yaml` in the folder of `path` or above, relative to the working folder.
    ///
    /// - Throws: when one of another name is nearer.
    static func find(near path: String?) throws(ConfigurationError) -> String? {
        let workingFolder = Platform.workingFolder
        let start = path ?? "."
        let isFolder = Platform.kind(of: start, followingLinks: true) == .folder
        var folder = PathName.absolute(isFolder ? start : PathName.folder(of: start), workingFolder: workingFolder)
        while true {
            let candidate = PathName.join(folder, name)
            if Platform.kind(of: candidate, followingLinks: true) == .file {
                return PathName.relative(candidate, to: workingFolder)
            }
            let others = otherNames.map { PathName.join(folder, $0) }
            if let other = others.first(where: { Platform.kind(of: $0, followingLinks: true) == .file }) {
                throw ConfigurationError([
                    Diagnostic(
                        code: "configuration", message: "a configuration of this name is not read",
                        help: "Call it \(name), or name it with --config.", file: PathName.relative(other, to: workingFolder))
                ])
            }
            if folder == "/" { return nil }
            folder = PathName.folder(of: folder)
        }
    }

    private static func read(_ path: String, reader: FileReader) throws(ConfigurationError) -> Configuration {
        let document: Document
        do {
            document = try Document.parse(try reader.contents(of: path), path: path)
        } catch let error as FileError {
            throw ConfigurationError([Diagnostic(error)])
        } catch let error as ParseError {
            throw ConfigurationError([Diagnostic(error)])
        } catch {
            throw ConfigurationError([Diagnostic(code: "configuration", message: "it cannot be read", file: path)])
        }
        let configuration = try parse(document)
        try demandReach(of: configuration.namedPaths, in: path)
        return configuration
    }

    /// Refuses what the configuration names outside of its repository, before anything of it is read.
    private static func demandReach(of paths: [Configuration.NamedPath], in file: String) throws(ConfigurationError) {
        let workingFolder = Platform.workingFolder
        let folder = PathName.folder(of: PathName.absolute(file, workingFolder: workingFolder))
        let reach = Reach(around: folder, workingFolder: workingFolder)
        let outside = paths.filter { !reach.holds(PathName.absolute($0.path, workingFolder: workingFolder)) }
        guard outside.isEmpty else {
            throw ConfigurationError(
                outside.map { named in
                    Diagnostic(
                        code: "configuration", message: "this is outside of the repository, where a configuration reads nothing",
                        help: "Move it into the repository, or name it on the command line.", file: file, span: named.span)
                })
        }
    }
}
