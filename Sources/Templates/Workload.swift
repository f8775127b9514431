import Evaluation
import YAMLBridge

/// Every stack of a run: roots first met, then the nested stacks that they use.
package struct Workload: Sendable {
    /// ``ResourceID/stack`` counts in this list.
    package let stacks: [Stack]
    /// Paths of the documents that are no template.
    package let unrecognised: [String]

    /// Creates a workload of stacks that are evaluated already.
    package init(stacks: [Stack], unrecognised: [String]) {
        self.stacks = stacks
        self.unrecognised = unrecognised
    }

    /// What kind of template a document is, by its content.
    package static func kind(of document: Document) -> TemplateKind {
        if CloudFormationTemplate.isTemplate(document) { return .cloudFormation }
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
    ///   - sources: finds the configuration that a Terraform plan was made of: the files of a folder, by its path from the
    ///     root module's folder, which is empty for the root module itself. The same bounds hold for it. The other files of
    ///     a configuration that is checked itself are found the same way.
    ///   - isIncomplete: whether a folder holds files of a configuration that could not be read.
    package static func load(
        _ documents: [Document], options: LoadOptions = LoadOptions(),
        nested: @escaping (_ reference: String, _ parent: Document) -> Document? = { _, _ in nil },
        sources: @escaping (_ folder: String, _ plan: Document) -> [Document] = { _, _ in [] },
        isIncomplete: @escaping (_ folder: String) -> Bool = { _ in false }
    ) -> Workload {
        var cloudFormation: [Document] = []
        var terraform: [Document] = []
        var configuration: [Document] = []
        var plannedFolders: Set<String> = []
        var plannedFiles: Set<String> = []
        for document in documents {
            let kind = kind(of: document)
            if kind == .terraformPlan { plannedFolders.insert(ModuleEvaluator.folder(of: document.path)) }
            switch kind {
            case .terraformConfiguration: configuration.append(document)
            case .terraformPlan, .terraformState: terraform.append(document)
            default: cloudFormation.append(document)
            }
        }
        let built = WorkloadBuilder(documents: cloudFormation, options: options, nested: nested).build()
        var stacks = built.stacks
        for document in terraform {
            let stack = TerraformDocument.load(document, options: options, stack: stacks.count) { folder in
                let found = sources(folder, document)
                plannedFiles.formUnion(found.map(\.path))
                return found
            }
            if let stack { stacks.append(stack) }
        }
        stacks += ConfigurationRoots(
            documents: configuration, plannedFolders: plannedFolders, plannedFiles: plannedFiles, options: options,
            sources: sources, isIncomplete: isIncomplete
        ).load(firstStack: stacks.count)
        return Workload(stacks: stacks, unrecognised: built.unrecognised)
    }
}
