import Evaluation
import Text
import YAMLBridge

/// The files of one folder as Terraform reads them together: a module.
///
/// Blocks in JSON may be objects or lists of objects at every level, and `//` is a comment
/// (https://developer.hashicorp.com/terraform/language/syntax/json). Arguments of override files take the place of those
/// of the same block (https://developer.hashicorp.com/terraform/language/files/override).
struct ModuleConfiguration {
    /// The kinds of block that are looked up by name.
    enum Section: String, CaseIterable {
        case resource, data, variable, output, module

        /// How many labels a block has: a type and a name, or a name.
        var labels: Int { self == .resource || self == .data ? 2 : 1 }
    }

    let documents: [Document]
    private var sections: [Section: [String: ConfigurationBlock]] = [:]
    /// Names of each section in the order of the text.
    private var order: [Section: [String]] = [:]
    private(set) var locals: [String: Node.Entry] = [:]
    private(set) var providers: [(name: String, block: ConfigurationBlock)] = []
    /// How many `resource` blocks each file holds, by its path.
    private(set) var resourceCounts: [String: Int] = [:]
    private(set) var problems: [TemplateProblem] = []

    /// - Parameter documents: the configuration files of one folder, in any order.
    init(_ documents: [Document]) {
        let sorted = Self.unshadowed(documents).filter { !Self.isVariables($0.path) }
            .sorted { Self.fileName($0.path).utf8.lexicographicallyPrecedes(Self.fileName($1.path).utf8) }
        self.documents = sorted.filter { !Self.isOverride($0.path) } + sorted.filter { Self.isOverride($0.path) }
        for document in self.documents {
            guard let root = document.root else { continue }
            let isOverride = Self.isOverride(document.path)
            problems += DuplicateArguments(document: document).problems + NativeSyntax(document: document).problems
            for body in root.bodies {
                for entry in body.entries { add(entry, isOverride: isOverride) }
            }
        }
    }

    // MARK: Files

    /// Top-level blocks (https://developer.hashicorp.com/terraform/language, "Terraform Language Documentation").
    private static let blockTypes: Set<String> = [
        "//", "check", "data", "ephemeral", "import", "locals", "module", "moved", "output", "provider", "removed",
        "resource", "terraform", "variable",
    ]

    /// Whether a document holds blocks of a configuration, or nothing at all.
    static func isConfiguration(_ document: Document) -> Bool {
        guard let root = document.root else { return false }
        let entries = root.bodies.flatMap(\.entries)
        return entries.isEmpty ? root.kind != .scalar : entries.contains { blockTypes.contains($0.key.text) }
    }

    /// The documents of a folder without those in whose place OpenTofu takes one of its own: `main.tofu.json` for
    /// `main.tf.json` (https://opentofu.org/docs/language/files/, "Extension Precedence").
    static func unshadowed(_ documents: [Document]) -> [Document] {
        let shadowed = Set(
            documents.map { fileName($0.path) }.compactMap { name -> String? in
                if name.hasSuffix(".tofu") { return name.dropLast(5) + ".tf" }
                return name.hasSuffix(".tofu.json") ? name.dropLast(10) + ".tf.json" : nil
            })
        return shadowed.isEmpty ? documents : documents.filter { !shadowed.contains(fileName($0.path)) }
    }

    static func fileName(_ path: String) -> String { PathName.lastComponent(of: path) }

    static func isVariables(_ path: String) -> Bool { path.hasSuffix(".tfvars.json") || path.hasSuffix(".tfvars") }

    private static func isOverride(_ path: String) -> Bool {
        let stem = fileName(path).split(separator: ".").first.map(String.init) ?? ""
        return stem == "override" || stem.hasSuffix("_override")
    }

    // MARK: Lookups

    func block(_ section: Section, _ name: String) -> ConfigurationBlock? { sections[section]?[name] }

    func blocks(_ section: Section) -> [(name: String, block: ConfigurationBlock)] {
        (order[section] ?? []).compactMap { name in sections[section]?[name].map { (name, $0) } }
    }

    func names(_ section: Section) -> [String] { order[section] ?? [] }

    // MARK: Reading

    private mutating func add(_ entry: Node.Entry, isOverride: Bool) {
        let word = entry.key.text
        if word == "locals" {
            for body in entry.value.bodies {
                for local in body.entries where !local.isComment { addLocal(local, isOverride: isOverride) }
            }
        } else if word == "provider" {
            for (labels, block) in Self.blocks(in: entry, labels: 1) {
                if let name = labels.last { addProvider(name, block, isOverride: isOverride) }
            }
        } else if let section = Section(rawValue: word) {
            for (labels, block) in Self.blocks(in: entry, labels: section.labels) {
                add(block, labels.joined(separator: "."), to: section, isOverride: isOverride)
            }
        }
    }

    /// The blocks of one kind with their labels, written as objects or lists of objects.
    private static func blocks(in entry: Node.Entry, labels: Int) -> [(labels: [String], block: ConfigurationBlock)] {
        blocks(in: entry.value, head: entry.key.holdsTemplates ? nil : entry.key, labels: labels, [])
    }

    private static func blocks(
        in node: Node, head: Node?, labels: Int, _ path: [Node]
    ) -> [(labels: [String], block: ConfigurationBlock)] {
        node.bodies.flatMap { mapping -> [(labels: [String], block: ConfigurationBlock)] in
            guard labels > 0 else {
                return path.last.map { [(path.map(\.text), ConfigurationBlock(key: $0, head: head, body: mapping))] } ?? []
            }
            return mapping.entries.filter { !$0.isComment }
                .flatMap { blocks(in: $0.value, head: head, labels: labels - 1, path + [$0.key]) }
        }
    }

    private mutating func add(_ block: ConfigurationBlock, _ name: String, to section: Section, isOverride: Bool) {
        if section == .resource, !isOverride { resourceCounts[block.document.path, default: 0] += 1 }
        guard let known = sections[section]?[name] else {
            if isOverride {
                reportBaseless("\(section.rawValue) '\(name)'", block.key, block.body)
                // A variable is kept, so that those that name it are not wrong as well.
                guard section == .variable else { return }
            }
            order[section, default: []].append(name)
            sections[section, default: [:]][name] = block
            return
        }
        if isOverride {
            sections[section]?[name]?.override(with: block)
        } else {
            report("\(section.rawValue) '\(name)' is declared twice", block.key, block.body, first: known.key)
            sections[section, default: [:]][name] = block
        }
    }

    /// A provider's configuration; one of an override file belongs to the one of the same alias.
    private mutating func addProvider(_ name: String, _ block: ConfigurationBlock, isOverride: Bool) {
        let alias = block.entry("alias")?.value.literalText
        let known = providers.firstIndex { $0.name == name && $0.block.entry("alias")?.value.literalText == alias }
        guard isOverride, let known else {
            providers.append((name, block))
            return
        }
        providers[known].block.override(with: block)
    }

    private mutating func addLocal(_ entry: Node.Entry, isOverride: Bool) {
        if isOverride, locals[entry.key.text] == nil {
            reportBaseless("local value '\(entry.key.text)'", entry.key, entry.value)
        }
        if !isOverride, let known = locals[entry.key.text] {
            report("local value '\(entry.key.text)' is declared twice", entry.key, entry.value, first: known.key)
        }
        locals[entry.key.text] = entry
    }

    /// Source: Terraform, `internal/configs/module.go`, `mergeFile`: "Missing base resource declaration to override".
    private mutating func reportBaseless(_ what: String, _ key: Node, _ node: Node) {
        problems.append(
            TemplateProblem(
                code: .unresolvedReference, message: "\(what) of an override file has no base to override",
                help: "Declare it in a file that is not an override file; Terraform refuses it.",
                origin: Origin(node: node, key: key, parent: nil, component: nil, resource: nil)))
    }

    private mutating func report(_ message: String, _ key: Node, _ node: Node, first: Node) {
        let isSameFile = first.document.path == key.document.path
        let place =
            isSameFile ? "" : "; the first stands in \(Self.fileName(first.document.path)), line \(first.span.start.line)"
        problems.append(
            TemplateProblem(
                code: .duplicateKey, message: message + place,
                help: "Remove or rename one of the two; Terraform refuses them.",
                origin: Origin(node: node, key: key, parent: nil, component: nil, resource: nil),
                related: isSameFile ? [.init(message: "the first stands here", span: first.span)] : []))
    }
}

extension Node {
    /// The object, or the objects of a list of them.
    var bodies: [Node] {
        switch kind {
        case .mapping: [self]
        case .sequence: elements.flatMap { $0.kind == .mapping ? [$0] : [] }
        case .scalar: []
        }
    }
}

extension Node.Entry {
    /// Whether the entry is a comment, as blocks in JSON may have them.
    var isComment: Bool { key.text == "//" }
}
