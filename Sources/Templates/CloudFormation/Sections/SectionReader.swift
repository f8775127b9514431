import Evaluation
import YAMLBridge

/// Reads the sections of a template, with loops run and includes taken in: once, when something of them is first asked for.
final class SectionReader: StackPart {
    unowned let stack: StackEvaluator
    private var expanded = TemplateSections()
    private var isBegun = false

    init(_ stack: StackEvaluator) {
        self.stack = stack
    }

    /// The template's sections; while they are being read, what is known of them so far.
    var sections: TemplateSections {
        if !isBegun {
            isBegun = true
            read()
        }
        return expanded
    }

    /// Reads the sections in the order in which they need each other: the lists of loops come from parameters and mappings.
    private func read() {
        checkSections()
        expanded.parameters = Self.byName(entries(ofSection: "Parameters", [template.root]).entries)
        var roots = [template.root]
        for include in template.includes {
            let origin = Origin(
                node: include, key: template.root.entry("Transform")?.key, parent: nil, component: .key("Transform"),
                resource: nil)
            if let root = stack.includes.root(of: include, at: origin) {
                roots.append(root)
            } else {
                expanded.openNames.append(IncludeReader.missing)
                expanded.openResources.append(IncludeReader.missing)
            }
        }
        expanded.mappings = Self.byName(entries(ofSection: "Mappings", roots).entries)
        expanded.conditions = Self.byName(entries(ofSection: "Conditions", roots).entries)
        expanded.setModules(entries(ofSection: "Modules", roots).entries)
        let resources = entries(ofSection: "Resources", roots)
        expanded.openResources += resources.open
        expanded.setResources(resources.entries.map(listingAttributes))
        expanded.setOutputs(entries(ofSection: "Outputs", roots).entries)
        stack.serverless.setNames(of: expanded.resources)
    }

    /// A section that CloudFormation does not have and that is near one that is not there.
    private func checkSections() {
        guard template.unreadMacros.isEmpty, !template.foreign.isServerlessFramework else { return }
        for entry in template.root.entries {
            let name = entry.key.text
            guard let meant = KnownKeys.meant(by: name, among: KnownKeys.sections, in: template.root.entries) else { continue }
            report(
                .unknownName, "a template has no section \(name); did you mean \(meant)?", help: "Write \(meant).",
                at: Origin(node: entry.value, key: entry.key, parent: nil, component: .key(name), resource: nil))
        }
    }

    private static func byName(_ entries: [SectionEntry]) -> [String: SectionEntry] {
        Dictionary(entries.map { ($0.name, $0) }, uniquingKeysWith: { _, last in last })
    }

    private func entries(ofSection section: String, _ roots: [Node]) -> ExpandedEntries {
        var expansion = ExpandedEntries()
        for entry in roots.compactMap({ $0.entry(section) }) {
            let origin = Origin(node: entry.value, key: entry.key, parent: nil, component: .key(section), resource: nil)
            expand(entry.value, at: origin, into: &expansion)
        }
        expanded.openNames += expansion.open
        return expansion
    }

    // MARK: - What is not listed

    /// Whether any name that the template does not list may be there all the same.
    var mayHoldUnlistedNames: Bool {
        !template.unreadMacros.isEmpty || !sections.openNames.isEmpty || !stack.serverless.doubts.isEmpty
            || template.foreign.mayBringNames
    }

    /// Whether a name that the template does not list may be there: it is filled in by another tool, or begins as what a
    /// module brings does, or is a constant of a template with the language extensions, whose values are not read
    /// (https://github.com/aws-cloudformation/cfn-lint/pull/4281).
    func mayHold(_ name: String) -> Bool {
        template.root.entry("Constants")?.value.entry(name) != nil || mayHoldUnlistedNames
            || sections.modules.keys.contains { name.hasPrefix($0) } || ForeignTemplate.isFunction(name)
            || template.foreign.pieces(of: name) != nil
    }
}
