import YAMLBridge

/// Every stack of a run: roots first met, then the nested stacks that they use.
public struct Workload: Sendable {
    public let stacks: [Stack]
    /// Paths of the documents that are no template.
    public let unrecognised: [String]

    public init(stacks: [Stack], unrecognised: [String]) {
        self.stacks = stacks
        self.unrecognised = unrecognised
    }

    /// What kind of template a document is, by its content.
    public static func kind(of document: Document) -> TemplateKind {
        if CloudFormationTemplate(document) != nil { return .cloudFormation }
        return TerraformDocument.kind(of: document) ?? .unrecognised
    }

    /// Evaluates the templates among `documents`.
    ///
    /// A template that another one uses as nested stack is evaluated with that parent's values, once for each use, and not
    /// once more alone.
    ///
    /// - Parameters:
    ///   - documents: the files named or found, in order.
    ///   - options: parameter values and the region.
    ///   - nested: finds a nested stack's template that is not among `documents`, by the file name or relative path in its
    ///     `TemplateURL` and the template that uses it. It must stay within the roots that the caller allows.
    ///   - sources: finds Terraform configuration that is not among `documents`: the files of a folder, by its path from the
    ///     folder of a file of configuration, or from the root module's folder of a plan. The same bounds hold for it.
    ///   - isIncomplete: whether a folder holds configuration that could not be read.
    public static func load(
        _ documents: [Document], options: LoadOptions = LoadOptions(),
        nested: @escaping (_ reference: String, _ parent: Document) -> Document? = { _, _ in nil },
        sources: @escaping (_ folder: String, _ from: Document) -> [Document] = { _, _ in [] },
        isIncomplete: @escaping (_ folder: String) -> Bool = { _ in false }
    ) -> Workload {
        let terraform = documents.filter {
            let kind = kind(of: $0)
            return kind != .cloudFormation && kind != .unrecognised
        }
        let others = documents.filter { document in !terraform.contains { $0 === document } }
        let built = WorkloadBuilder(documents: others, options: options, nested: nested).build()
        let roots = TerraformRoots(terraform, options: options, isIncomplete: isIncomplete, sources: sources)
        let stacks = built.stacks + roots.stacks(from: built.stacks.count)
        return Workload(stacks: stacks, unrecognised: built.unrecognised)
    }
}
