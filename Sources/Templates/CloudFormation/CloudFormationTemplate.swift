import YAMLBridge

/// A document read as a CloudFormation template: its sections, not yet evaluated.
struct CloudFormationTemplate: Sendable {
    let document: Document
    let parameters: [String: Node.Entry]
    let conditions: [String: Node.Entry]
    let mappings: Node?
    /// Resources in the order of the text; of duplicate logical ids the last one.
    let resources: [Node.Entry]
    let outputs: [Node.Entry]
    /// Names of the macros that rewrite the template before CloudFormation sees it.
    let transforms: [String]
    /// Whether SAM's macro rewrites the template: it names the macro, or holds resources that nothing else understands.
    let isServerless: Bool

    /// Reads the sections; `nil` when the document is no CloudFormation template.
    init?(_ document: Document) {
        guard let root = document.root, Self.isTemplate(root) else { return nil }
        self.document = document
        parameters = Self.entriesByKey(root["Parameters"])
        conditions = Self.entriesByKey(root["Conditions"])
        mappings = root["Mappings"]
        resources = Self.uniqueEntries(root["Resources"])
        outputs = Self.uniqueEntries(root["Outputs"])
        transforms = Self.names(root["Transform"])
        isServerless = transforms.contains(ServerlessTransform.name)
            || resources.contains { $0.value["Type"]?.text.hasPrefix(ServerlessTransform.typePrefix) == true }
    }

    /// A mapping with the version key, or whose `Resources` hold something with an AWS-like `Type`.
    private static func isTemplate(_ root: Node) -> Bool {
        guard root.kind == .mapping else { return false }
        if root["AWSTemplateFormatVersion"] != nil { return true }
        guard let resources = root["Resources"], resources.kind == .mapping else { return false }
        return resources.entries.contains { entry in
            entry.key.text.hasPrefix("Fn::ForEach::") || entry.value["Type"]?.text.contains("::") == true
        }
    }

    private static func entriesByKey(_ node: Node?) -> [String: Node.Entry] {
        Dictionary((node?.entries ?? []).map { ($0.key.text, $0) }, uniquingKeysWith: { _, last in last })
    }

    private static func uniqueEntries(_ node: Node?) -> [Node.Entry] {
        let entries = (node?.entries ?? []).filter { $0.key.kind == .scalar && !$0.key.text.isEmpty }
        var seen: Set<String> = []
        return entries.reversed().filter { seen.insert($0.key.text).inserted }.reversed()
    }

    private static func names(_ node: Node?) -> [String] {
        guard let node else { return [] }
        switch node.kind {
        case .scalar: return [node.text]
        case .sequence: return node.elements.map { $0.kind == .scalar ? $0.text : $0["Name"]?.text ?? "" }
        case .mapping: return [node["Name"]?.text ?? ""]
        }
    }
}
