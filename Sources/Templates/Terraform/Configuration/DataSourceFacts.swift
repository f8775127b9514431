import Evaluation
import YAMLBridge

/// What is known of an attribute of a data source before AWS is asked.
///
/// Source: https://registry.terraform.io/providers/hashicorp/aws/latest/docs, "Data Sources".
struct DataSourceFacts {
    /// What the value looks like.
    let form: Reference.Form?
    /// Identifies the value where every data source of the module that asks the same has it.
    let sharedKey: String?

    init(target: ModuleRun.Target, attribute: String, facts: ProviderFacts) {
        let type = String(target.name.prefix { $0 != "." })
        guard target.section == .data, let row = facts.dataSources[type] else {
            form = nil
            sharedKey = nil
            return
        }
        form = row.attributes[attribute]
        sharedKey = row.isDecidedByArguments ? Self.key(target, type, attribute) : nil
    }

    /// `nil` where the arguments are not written out: what they come to is not looked at here.
    private static func key(_ target: ModuleRun.Target, _ type: String, _ attribute: String) -> String? {
        guard case .single = target.repetition else { return nil }
        var arguments: [String] = []
        for entry in target.block.entries where !entry.isComment {
            guard entry.value.kind == .scalar else { return nil }
            let text = entry.value.text
            let isLiteral = entry.value.literalText != nil
            guard isLiteral && !text.contains("${") || entry.key.text == "provider" || entry.key.text == "with_decryption" else {
                return nil
            }
            arguments.append("\(entry.key.text)=\(text)")
        }
        let canonical = attribute == "insecure_value" ? "value" : attribute
        return "data(\(target.module.prefix)\(type)(\(arguments.sorted().joined(separator: ","))).\(canonical))"
    }
}
