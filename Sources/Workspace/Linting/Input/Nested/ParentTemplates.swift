import Evaluation
import Rules
import Templates
import Text
import YAMLBridge

/// The templates that use named ones as nested stacks and were not named themselves: they say what the parameters of these
/// are, and nothing is reported about them.
struct ParentTemplates {
    /// In the order in which they were found.
    let documents: [Document]
    /// The nearest parent of a named template, by the path of that template.
    private let nearest: [String: String]

    /// - Parameter templates: those of the input.
    init(of templates: [Document], in input: ProjectInput) {
        let named = Set(input.sources.filter(\.isNamed).map(\.path))
        let known = Set(input.sources.map(\.path))
        var documents: [String: Document] = [:]
        var order: [String] = []
        var nearest: [String: String] = [:]
        for template in templates where named.contains(template.path) && Self.isOpen(template, input.options) {
            for source in input.parents(template.path) where !known.contains(source.path) {
                guard let parent = documents[source.path] ?? Self.document(source), Self.uses(parent, template) else { continue }
                if documents.updateValue(parent, forKey: source.path) == nil { order.append(source.path) }
                if nearest[template.path] == nil { nearest[template.path] = source.path }
            }
        }
        self.documents = order.compactMap { documents[$0] }
        self.nearest = nearest
    }

    /// Whether a parent may say more about a template: it has parameters, and the run gives none of them a value.
    private static func isOpen(_ template: Document, _ options: LoadOptions) -> Bool {
        guard Workload.kind(of: template) == .cloudFormation, let parameters = template.root?["Parameters"],
            parameters.kind == .mapping
        else { return false }
        let given = options.parametersByPath[template.path] ?? [:]
        let names = parameters.entries.map(\.key.text)
        return !names.isEmpty && names.allSatisfy { given[$0] == nil && options.parameters[$0] == nil }
    }

    private static func document(_ source: SourceFile) -> Document? {
        guard case .template(let document) = ParsedSource(source, mayPassOver: true).outcome,
            Workload.kind(of: document) == .cloudFormation
        else { return nil }
        return document
    }

    /// Whether a nested stack of `parent` names the file of `template`.
    private static func uses(_ parent: Document, _ template: Document) -> Bool {
        let name = PathName.lastComponent(of: template.path)
        guard let resources = parent.root?["Resources"], resources.kind == .mapping else { return false }
        return resources.entries.contains { entry in
            guard entry.value.kind == .mapping, let properties = entry.value["Properties"], properties.kind == .mapping else {
                return false
            }
            return ["TemplateURL", "Location"].contains { key in
                properties[key].map { names($0, name, depth: 0) } ?? false
            }
        }
    }

    private static let deepest = 16

    /// Whether a text below a node ends in the file's name, behind which only a URL's query may stand.
    private static func names(_ node: Node, _ name: String, depth: Int) -> Bool {
        guard depth < deepest else { return false }
        switch node.kind {
        case .scalar: return PathName.lastComponent(of: String(node.text.prefix { $0 != "?" })) == name
        case .sequence: return node.elements.contains { names($0, name, depth: depth + 1) }
        case .mapping: return node.entries.contains { names($0.value, name, depth: depth + 1) }
        }
    }

    // MARK: - What is reported

    /// Says of each named template which parent it was checked with.
    var diagnostics: [Diagnostic] {
        nearest.sorted { $0.key < $1.key }.map { template, parent in
            Diagnostic(
                severity: .note, code: "parent", message: "it is checked with the values that \(parent) passes to it",
                help: "Give its parameters values with --parameters to check it alone.", file: template)
        }
    }

    /// The stacks that the run is about: without parents, and without their other nested stacks.
    func asked(_ stacks: [Stack], named: Set<String>) -> [Stack] {
        guard !documents.isEmpty else { return stacks }
        let parents = Set(documents.map(\.path))
        let roots = Set(stacks.filter { $0.name.isEmpty && parents.contains($0.document.path) }.map(\.root))
        let below = stacks.filter { named.contains($0.document.path) && roots.contains($0.root) }
            .reduce(into: [Int: [String]]()) { $0[$1.root, default: []].append($1.name + "/") }
        return stacks.filter { stack in
            !roots.contains(stack.root) || named.contains(stack.document.path)
                || (below[stack.root] ?? []).contains(where: stack.name.hasPrefix)
        }
    }
}
