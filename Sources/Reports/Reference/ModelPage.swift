import Topology

/// What expressions can read, from the model table.
struct ModelPage {
    private let schema: ModelSchema

    init(_ schema: ModelSchema) {
        self.schema = schema
    }

    var text: String {
        let contents = schema.kinds.map { "[\($0.name)](#\($0.name.lowercased()))" }.joined(separator: " · ")
        let head = """
            # The model

            What expressions of rules can read: `select: {kind: queue, as: q}` makes `q.visibilityTimeout` an int of seconds.
            A field marked *optional* may be absent; ask with `has()` first, or take `.?field` and `orValue()`. A default
            is what AWS takes when the property is not written. A field without a property is worked out from other
            resources. Paths of a structure stand below the property that holds it; `A|B` is A, or B where A is not
            written. [The language](cel.md), [how to write a rule](writing-rules.md).

            \(contents)
            """
        return ([head] + schema.kinds.map(section)).joined(separator: "\n\n") + "\n"
    }

    private func section(_ kind: KindDeclaration) -> String {
        var parts = ["## \(kind.name)", kind.documentation]
        if kind.isResource {
            let blocks = kind.embeddedBlocks.map { "`\($0.block)` of `\($0.resourceType)`" }
            let types = kind.resourceTypes.map { "`\($0)`" } + blocks
            parts.append("From " + types.joined(separator: ", ") + ".")
        }
        let columns = ["field", "type", "CloudFormation", "Terraform", "default", "meaning"]
        parts.append(MarkdownTable(columns, kind.fields.map(row)).text)
        return parts.joined(separator: "\n\n")
    }

    private func row(_ field: FieldDeclaration) -> [String] {
        let unit = field.unit.map { ", \($0.rawValue)" } ?? ""
        let isOptional = field.isOptional ? ", *optional*" : ""
        return [
            "`\(field.name)`", linked(field.type) + unit + isOptional,
            property(field.cloudFormation), terraform(field), defaults(of: field), field.documentation,
        ]
    }

    private func property(_ source: PropertySource) -> String { source.isNone ? "" : "`\(source.description)`" }

    /// The argument, and the resources of their own that set it.
    private func terraform(_ field: FieldDeclaration) -> String {
        let own = field.terraform.isNone ? [] : [property(field.terraform)]
        return (own + field.setBy.map { "`\($0.resourceType)`" }).joined(separator: ", ")
    }

    private func defaults(of field: FieldDeclaration) -> String {
        let usual = field.serviceDefault.map(text) ?? ""
        guard let terraform = field.terraformDefault.map(text) else { return usual }
        return (usual.isEmpty ? "" : usual + ", ") + terraform + " in Terraform"
    }

    private func linked(_ type: FieldType) -> String {
        switch type {
        case .object(let kind): "[\(kind.name)](#\(kind.name.lowercased()))"
        case .list(let element): "list of \(linked(element))"
        default: type.description
        }
    }

    private func text(_ value: FieldDeclaration.ServiceDefault) -> String {
        switch value {
        case .bool(let flag): "`\(flag)`"
        case .integer(let number): "`\(number)`"
        case .double(let number): "`\(number)`"
        case .string(let text): "`\(text)`"
        case .emptyList: "`[]`"
        }
    }
}
