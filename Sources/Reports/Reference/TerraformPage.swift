import Topology

/// Which Terraform resources are read, and what of them is not.
struct TerraformPage {
    private let schema: ModelSchema

    init(_ schema: ModelSchema) {
        self.schema = schema
    }

    var text: String {
        let columns = ["resource", "what it is in the model", "what is read of it", "what is not"]
        return """
            # Terraform resources

            What is read of each resource of the AWS provider, versions 4 to 6; arguments of blocks stand in [the model](model.md).
            Dead-letter settings (`dead_letter_config`, `on_failure`, `redrive_policy`) are read of every resource, whatever its
            type, and so are references to queues. Everything else of other types is not read, of the `awscc` provider nothing.
            [How Terraform is read](terraform.md).

            \(MarkdownTable(columns, schema.terraformUses.map(row)).text)

            """
    }

    private func row(_ use: TerraformUse) -> [String] {
        ["`\(use.type)`", meaning(of: use), reading(of: use), TerraformOmissions.text(for: use.type)]
    }

    private func meaning(of use: TerraformUse) -> String {
        let kind = use.kind.map { [linked($0)] } ?? []
        let sets = use.sets.map { "sets `\($0)`" }
        let function = use.isFunctionQualifier ? ["stands for its \(linked(.function))"] : []
        return (kind + function + sets + use.blocks.map { "`\($0.block)` is a \(linked($0.kind))" }).joined(separator: "; ")
    }

    private func reading(of use: TerraformUse) -> String {
        let arguments = use.arguments.map { "`\($0)`" }.joined(separator: ", ")
        guard !use.standsFor.isEmpty else { return arguments }
        let names = use.standsFor.map {
            $0.attribute == $0.argument ? "`\($0.attribute)`" : "`\($0.attribute)` as `\($0.argument)`"
        }
        let meant = "references to " + names.joined(separator: ", ") + " mean what that names"
        return arguments.isEmpty ? meant : "\(arguments); \(meant)"
    }

    private func linked(_ kind: Kind) -> String { "[\(kind.name)](model.md#\(kind.name.lowercased()))" }
}
