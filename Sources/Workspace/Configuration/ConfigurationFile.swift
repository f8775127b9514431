import YAMLBridge

/// Finds and reads `ecslint.yaml`.
public enum ConfigurationFile {
    public static let name = "ecslint.yaml"

    /// The configuration of a run: the one named, else the first found upward from a path, else the defaults.
    ///
    /// - Throws: every mistake of the file, located.
    public static func load(
        _ named: String?, near path: String?, reader: FileReader = FileReader()
    ) throws(ConfigurationError) -> Configuration {
        guard let file = named ?? find(near: path) else { return Configuration() }
        return try read(file, reader: reader)
    }

    /// The configuration that a text holds; its paths are taken from the document's folder.
    ///
    /// - Throws: every mistake of the text, located.
    public static func parse(_ document: Document) throws(ConfigurationError) -> Configuration {
        try ConfigurationParser.parse(document)
    }

    /// The nearest `ecslint.yaml` in the folder of `path` or above, relative to the working folder.
    static func find(near path: String?) -> String? {
        let workingFolder = Platform.workingFolder
        let start = path ?? "."
        let isFolder = Platform.kind(of: start, followingLinks: true) == .folder
        var folder = PathName.absolute(isFolder ? start : PathName.folder(of: start), workingFolder: workingFolder)
        while true {
            let candidate = PathName.join(folder, name)
            if Platform.kind(of: candidate, followingLinks: true) == .file {
                return PathName.relative(candidate, to: workingFolder)
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
        return try parse(document)
    }
}
