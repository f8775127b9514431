import Rules
import Text
import YAMLBridge

/// The first file of a new rule.
package struct RuleStarter: Sendable {
    /// Where the file goes: `FOLDER/ORG001-NAME.yaml`.
    package let path: String
    /// The file: a rule about queues with its tests, which pass.
    package let text: String

    /// - Parameter id: `nil` takes the next free one of ORG001, ORG002 ... in the folder.
    /// - Throws: when the name or id is none or belongs to another rule, or the file is there already.
    package init(name: String, id: String? = nil, folder: String, reader: FileReader = FileReader()) throws(ConfigurationError) {
        let existing = try Self.rules(in: folder, reader: reader)
        let id = id ?? Self.freeID(among: existing)
        path = PathName.join(folder, "\(id)-\(name).yaml")
        text = Self.text(id: id, name: name)
        let catalog: [RuleDescription] = try RuleCatalog().rules + existing
        if let other = catalog.first(where: { $0.id == id || $0.name == name }) {
            let what = other.id == id ? "id \(id)" : "name \(name)"
            throw ConfigurationError([
                Diagnostic(
                    code: "duplicate-rule", message: "the \(what) belongs to a rule in \(other.file ?? "the program")",
                    help:
                        "Take another one; to stand in for a built-in rule, say `overrides: \(other.id)` in a rule of your own id."
                )
            ])
        }
        if Platform.kind(of: path, followingLinks: false) != nil {
            throw ConfigurationError([
                Diagnostic(code: "file", message: "the file is there already", help: "Take another name.", file: path)
            ])
        }
        // The loader's own words for a name or id that is none.
        do {
            let rules = try RuleSet.load([Document.parse(Array(text.utf8), path: path)], includesBuiltIn: false).rules
            // Text that ends the line would say more than a name.
            guard rules.map(\.name) == [name], rules.map(\.id) == [id] else { throw Self.badName(name) }
        } catch let error as RuleLoadError {
            throw ConfigurationError(
                error.diagnostics.map { Diagnostic(code: $0.code, message: $0.message, help: $0.help) })
        } catch {
            throw Self.badName(name)
        }
    }

    private static func badName(_ name: String) -> ConfigurationError {
        ConfigurationError([
            Diagnostic(
                code: "bad-value", message: "'\(name)' is not a name for a rule",
                help: "A rule's name is lower-case words joined by '-', such as queue-keeps-two-weeks.")
        ])
    }

    /// What became of the schema's file.
    package enum SchemaOutcome: Sendable, Hashable {
        /// It is there now, or was there already, word for word.
        case written
        /// It was the schema of another version.
        case replaced
    }

    /// Writes the rule and, beside it, the schema that its first line names.
    ///
    /// - Parameter isSchema: whether the text of a file that is there already may be replaced by the schema.
    /// - Throws: when it may not, before anything is written.
    package func write(
        schema: String, to schemaPath: String, replacing isSchema: (String) -> Bool = { _ in false }
    ) throws(ConfigurationError) -> SchemaOutcome {
        let present: String?
        do {
            present = try Self.text(of: schemaPath)
        } catch {
            throw ConfigurationError([Diagnostic(error)])
        }
        if let present, present != schema, !isSchema(present) {
            throw ConfigurationError([
                Diagnostic(
                    code: "file", message: "the file is there already and is not the schema that belongs beside a rule",
                    help: "Move it away, or choose another folder with --folder.", file: schemaPath)
            ])
        }
        do throws(FileError) {
            try Platform.makeFolder(PathName.folder(of: path))
            if present != schema { try FileWriter().write(schema, to: schemaPath) }
            try FileWriter().write(text, to: path)
            return present == nil || present == schema ? .written : .replaced
        } catch {
            throw ConfigurationError([Diagnostic(error)])
        }
    }

    /// `nil` when there is no file.
    private static func text(of path: String) throws(FileError) -> String? {
        guard Platform.kind(of: path, followingLinks: true) != nil else { return nil }
        return String(decoding: try FileReader().contents(of: path), as: UTF8.self)
    }

    private static func rules(in folder: String, reader: FileReader) throws(ConfigurationError) -> [RuleDescription] {
        guard Platform.kind(of: folder, followingLinks: true) != nil else { return [] }
        let documents = try RuleFolder.documents(in: [folder], reader: reader)
        do {
            return try RuleSet.load(documents, includesBuiltIn: false).rules.map { RuleDescription($0) }
        } catch {
            throw ConfigurationError(error.diagnostics.map { Diagnostic($0) })
        }
    }

    private static func freeID(among rules: [RuleDescription]) -> String {
        let numbers = rules.filter { $0.family == "ORG" }.compactMap { Int($0.id.dropFirst(3)) }
        let digits = String((numbers.max() ?? 0) + 1)
        return "ORG" + String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    }
}
