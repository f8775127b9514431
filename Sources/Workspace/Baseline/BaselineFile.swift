import Text
import YAMLBridge

/// Finds, reads and writes baselines.
package enum BaselineFile {
    private static let keys = ["version", "findings"]
    private static let entryKeys = ["file", "rule", "name", "check", "resource", "path", "subject"]

    /// - Parameter mayBeAbsent: an empty one stands in for one that is not there.
    /// - Throws: what is wrong with it, located.
    package static func load(
        _ path: String, mayBeAbsent: Bool = false, reader: FileReader = FileReader()
    ) throws(ConfigurationError) -> Baseline {
        if mayBeAbsent, Platform.kind(of: path, followingLinks: false) == nil { return Baseline(path: path, entries: []) }
        let bytes: [UInt8]
        do {
            bytes = try reader.contents(of: path)
        } catch {
            throw ConfigurationError([
                Diagnostic(
                    code: "baseline", message: "the baseline cannot be read: \(error.message)",
                    help: error.kind == .notFound ? "Write it with --write-baseline, or take it out." : error.help,
                    file: path)
            ])
        }
        var baseline = try parse(bytes, path: path)
        let folder = PathName.folder(of: path)
        baseline.absentFiles = Set(baseline.entries.map(\.file)).filter {
            Platform.kind(of: PathName.join(folder, $0), followingLinks: true) == nil
        }
        return baseline
    }

    /// - Throws: every mistake of the text, located.
    package static func parse(_ bytes: [UInt8], path: String) throws(ConfigurationError) -> Baseline {
        let document: Document
        do {
            document = try Document.parse(bytes, path: path)
        } catch {
            throw ConfigurationError([Diagnostic(error)])
        }
        var reader = NodeReader(document: document, code: "baseline")
        var entries: [Baseline.Entry] = []
        guard let root = document.root else {
            throw ConfigurationError([
                Diagnostic(
                    code: "baseline", message: "the baseline is empty",
                    help: "Remove it and write it again with --write-baseline.", file: path)
            ])
        }
        for member in reader.entries(of: root, known: keys, in: "a baseline") {
            if member.key.text == "version" {
                _ = reader.integer(member.value, "version", in: 1...1)
            } else if member.value.kind == .sequence {
                entries = member.value.elements.compactMap { entry($0, with: &reader) }
            } else {
                reader.report("findings must be a list", at: member.value)
            }
        }
        guard reader.diagnostics.isEmpty else { throw ConfigurationError(reader.diagnostics) }
        return Baseline(path: path, entries: entries)
    }

    private static func entry(_ node: Node, with reader: inout NodeReader) -> Baseline.Entry? {
        var texts: [String: String] = [:]
        for member in reader.entries(of: node, known: entryKeys, in: "a finding") {
            texts[member.key.text] = reader.text(member.value, member.key.text)
        }
        guard let file = texts["file"], let rule = texts["rule"], let check = texts["check"] else {
            if node.kind == .mapping { reader.report("a finding needs file, rule and check", at: node) }
            return nil
        }
        return Baseline.Entry(
            file: PathName.tidy(file), rule: rule, name: texts["name"] ?? "", check: check, resource: texts["resource"],
            path: texts["path"], subject: texts["subject"])
    }

    /// Replaces a baseline at once: whoever reads it sees the old one or the new one.
    package static func write(_ text: String, to path: String) throws(FileError) {
        try Platform.replace(path, with: Array(text.utf8))
    }
}
