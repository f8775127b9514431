import Rules
import Topology
import Workspace

/// Everything that is written about rules from the rules themselves.
package struct RuleReference: Sendable {
    private let rules: [RuleDescription]

    /// - Parameter rules: sorted by id.
    package init(_ rules: [RuleDescription]) {
        self.rules = rules
    }

    /// A page for each rule, their index, the model, the Terraform resources, the properties, the schemas of rule files and of `ecslint.yaml`.
    package var pages: [ReferenceFolder.Page] {
        rules.map { Self.page("rules/\($0.id).md", RulePage($0).text) } + [
            Self.page("rules/README.md", RuleIndexPage(rules).text),
            Self.page("model.md", ModelPage(.builtIn).text),
            Self.page("terraform-resources.md", TerraformPage(.builtIn).text),
            Self.page("properties.md", PropertyPage(.builtIn).text),
            ReferenceFolder.Page(name: RuleSchema.fileName, text: RuleSchema().text),
            ReferenceFolder.Page(name: ConfigurationSchema.fileName, text: ConfigurationSchema().text),
        ]
    }

    private static func page(_ name: String, _ text: String) -> ReferenceFolder.Page {
        ReferenceFolder.Page(name: name, text: "\(ReferenceFolder.Page.mark)\n\n\(text)")
    }
}
