import InstanceCatalog
import Text

/// Folders of imported prices, each laid over the one before.
package struct CatalogFolders: Sendable {
    private let reader = FileReader()
    /// Folders that somebody named; they must be there.
    private let named: [String]

    /// - Parameter flags: those of the command line, which win over those of the configuration.
    package init(_ flags: [String], _ configuration: Configuration = Configuration()) {
        named = configuration.catalogFolders + flags
    }

    /// Where `ecslint catalog import` puts prices unless it is told otherwise: `$XDG_DATA_HOME/ecslint/catalog`, with
    /// `~/.local/share` in place of an unset variable; `nil` without a home folder.
    package static var userFolder: String? {
        let data = Platform.environment("XDG_DATA_HOME").flatMap { PathName.isAbsolute($0) ? $0 : nil }
        let home = Platform.environment("HOME").flatMap { $0.isEmpty ? nil : PathName.join($0, ".local/share") }
        return (data ?? home).map { PathName.join($0, "ecslint/catalog") }
    }

    /// The catalog with the user's folder, those of the configuration and those of flags over it, in this order.
    ///
    /// - Throws: a folder that is not there, a file that cannot be read or is no table.
    package func overlaid(on catalog: InstanceCatalog = .builtIn) throws(ConfigurationError) -> InstanceCatalog {
        var catalog = catalog
        let user = Self.userFolder.flatMap { Platform.kind(of: $0, followingLinks: true) == .folder ? $0 : nil }
        for folder in [user].compactMap({ $0 }) + named {
            do {
                let files = try Self.files(in: folder, reader: reader)
                if !files.isEmpty { catalog = catalog.overlaid(with: try CatalogLayer(files: files)) }
            } catch let error as FileError {
                throw ConfigurationError([
                    Diagnostic(
                        code: "catalog", message: "the catalog folder cannot be read: \(error.message)",
                        help: "Name a folder that `ecslint catalog import --catalog DIR` has filled.", file: error.path)
                ])
            } catch let error as CatalogTableError {
                throw ConfigurationError([
                    Diagnostic(
                        code: "catalog", message: "line \(error.line): \(error.message)",
                        help: "Import the prices again with `ecslint catalog import`.", file: PathName.join(folder, error.path))
                ])
            } catch {
                throw ConfigurationError([Diagnostic(code: "catalog", message: "it cannot be read", file: folder)])
            }
        }
        return catalog
    }

    /// The tables of a folder by their paths below it.
    static func files(in folder: String, reader: FileReader) throws(FileError) -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for name in try Platform.names(inFolder: folder) where name.hasSuffix(".tsv") {
            files[name] = try table(PathName.join(folder, name), reader)
        }
        let prices = PathName.join(folder, "ec2-prices")
        if Platform.kind(of: prices, followingLinks: false) == .folder {
            for name in try Platform.names(inFolder: prices) where name.hasSuffix(".tsv") {
                files["ec2-prices/" + name] = try table(PathName.join(prices, name), reader)
            }
        }
        return files
    }

    /// A link may lead out of the repository that the folder stands in, and to leave it out would change prices in silence.
    private static func table(_ path: String, _ reader: FileReader) throws(FileError) -> [UInt8] {
        guard Platform.kind(of: path, followingLinks: false) != .link else { throw FileError(path: path, kind: .leadsOutside) }
        return try reader.contents(of: path)
    }
}
