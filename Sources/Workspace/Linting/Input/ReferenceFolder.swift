import Text

/// Pages that a program makes, as they stand in a folder.
package struct ReferenceFolder: Sendable {
    /// A file of the reference.
    package struct Page: Sendable, Hashable {
        /// What a page starts with, so that one which nobody makes any more is told from one that a person wrote.
        package static let mark = "<!-- Written by `ecslint rules docs`. -->"

        /// The path below the folder.
        package let name: String
        /// The whole of the file.
        package let text: String

        /// Creates a page; one that may be left over later starts with ``mark``.
        package init(name: String, text: String) {
            self.name = name
            self.text = text
        }
    }

    private let folder: String
    private let changed: [Page]
    private let leftOver: [String]

    /// - Throws: what is there and cannot be read.
    package init(_ pages: [Page], in folder: String, reader: FileReader = FileReader()) throws(ConfigurationError) {
        self.folder = folder
        var changed: [Page] = []
        var leftOver: [String] = []
        let names = Set(pages.map(\.name))
        do throws(FileError) {
            for page in pages {
                let path = PathName.join(folder, page.name)
                let isThere = Platform.kind(of: path, followingLinks: true) == .file
                let current = isThere ? try reader.contents(of: path) : nil
                if current != Array(page.text.utf8) { changed.append(page) }
            }
            for inner in Set(names.filter { $0.contains("/") }.map(PathName.folder)).sorted() {
                let path = PathName.join(folder, inner)
                guard Platform.kind(of: path, followingLinks: true) == .folder else { continue }
                for name in try Platform.names(inFolder: path).map({ PathName.join(inner, $0) }) {
                    guard name.hasSuffix(".md"), !names.contains(name) else { continue }
                    let bytes = try reader.contents(of: PathName.join(folder, name))
                    if bytes.starts(with: Page.mark.utf8) { leftOver.append(name) }
                }
            }
        } catch {
            throw ConfigurationError([Diagnostic(error)])
        }
        self.changed = changed
        self.leftOver = leftOver.sorted()
    }

    /// "stale or missing: rules/SQS001.md", in the order of the names.
    package var differences: [String] {
        changed.map { "stale or missing: \(PathName.join(folder, $0.name))" }.sorted()
            + leftOver.map { "left over: \(PathName.join(folder, $0))" }
    }

    /// Writes every page that differs, and removes what is left over.
    package func write() throws(ConfigurationError) {
        do throws(FileError) {
            for page in changed {
                let path = PathName.join(folder, page.name)
                try Platform.makeFolder(PathName.folder(of: path))
                try FileWriter().write(page.text, to: path)
            }
            for name in leftOver { try Platform.remove(PathName.join(folder, name)) }
        } catch {
            throw ConfigurationError([Diagnostic(error)])
        }
    }
}
