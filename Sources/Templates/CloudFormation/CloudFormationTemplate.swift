import Evaluation
import YAMLBridge

/// A document read as a CloudFormation template.
struct CloudFormationTemplate: Sendable {
    static let languageExtensions = "AWS::LanguageExtensions"
    static let include = "AWS::Include"

    let document: Document
    let root: Node
    /// Names of the macros that rewrite the template before CloudFormation sees it.
    let transforms: [String]
    /// Whether SAM's macro rewrites the template: it names the macro, or holds resources that nothing else understands.
    let isServerless: Bool

    /// What other tools fill in before CloudFormation sees the template.
    let foreign: ForeignTemplate

    /// `nil` when the document is no CloudFormation template.
    init?(_ document: Document) {
        guard let (root, isFragment) = Self.root(of: document) else { return nil }
        self.document = document
        foreign = ForeignTemplate(document, root: root, isFragment: isFragment)
        self.root = root
        transforms = Self.transformNodes(root).map { $0.kind == .scalar ? $0.text : $0["Name"]?.text ?? "" }
        isServerless =
            transforms.contains(ServerlessTransform.name)
            || root["Resources"]?.entries.contains { $0.value["Type"]?.text.hasPrefix(ServerlessTransform.typePrefix) == true }
                == true
    }

    /// Whether a document is a CloudFormation template.
    static func isTemplate(_ document: Document) -> Bool { root(of: document) != nil }

    /// What holds the sections: the document, or the `resources` of a service of the Serverless Framework, which makes
    /// functions and roles beside them (https://www.serverless.com/framework/docs/providers/aws/guide/resources).
    private static func root(of document: Document) -> (root: Node, isFragment: Bool)? {
        guard let root = document.root else { return nil }
        if isTemplate(root) { return (root, false) }
        guard root.kind == .mapping, let inner = root["resources"], isTemplate(inner) else { return nil }
        return (inner, true)
    }

    /// A mapping with the version key, or whose `Resources` hold something with an AWS-like `Type`.
    private static func isTemplate(_ root: Node) -> Bool {
        guard root.kind == .mapping else { return false }
        if root["AWSTemplateFormatVersion"] != nil { return true }
        guard let resources = root["Resources"], resources.kind == .mapping else { return false }
        return resources.entries.contains { entry in
            let type = entry.value["Type"] ?? entry.value["<<"]?["Type"]
            return entry.key.text.hasPrefix("Fn::ForEach::") || type?.text.contains("::") == true
        }
    }

    private static func transformNodes(_ root: Node) -> [Node] {
        guard let node = root["Transform"] else { return [] }
        return node.kind == .sequence ? node.elements : [node]
    }

    /// The uses of `AWS::Include` that stand beside the sections.
    var includes: [Node] {
        Self.transformNodes(root).filter { $0.kind == .mapping && $0["Name"]?.text == Self.include }
    }

    var usesLanguageExtensions: Bool { transforms.contains(Self.languageExtensions) }

    /// The macros that add resources and names which are not read.
    var unreadMacros: [String] {
        let read = [Self.languageExtensions, Self.include, ServerlessTransform.name]
        return transforms.filter { !read.contains($0) }
    }
}
