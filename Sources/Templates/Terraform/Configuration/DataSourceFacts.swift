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

    private static let forms: [String: [String: Reference.Form]] = [
        "aws_region": ["name": .fact(.region), "id": .fact(.region), "region": .fact(.region)],
        "aws_partition": [
            "partition": .fact(.partition), "id": .fact(.partition), "dns_suffix": .fact(.urlSuffix),
        ],
        "aws_caller_identity": ["account_id": .fact(.account), "id": .fact(.account)],
        "aws_availability_zones": [
            "names": .texts(mayBeEmpty: false), "zone_ids": .texts(mayBeEmpty: false), "group_names": .texts(mayBeEmpty: false),
        ],
        "aws_subnets": ["ids": .texts(mayBeEmpty: true)],
        "aws_subnet_ids": ["ids": .texts(mayBeEmpty: false)],
        "aws_vpcs": ["ids": .texts(mayBeEmpty: true)],
        "aws_security_groups": ["ids": .texts(mayBeEmpty: true)],
        "aws_instances": ["ids": .texts(mayBeEmpty: false)],
    ]

    /// Data sources whose answer their arguments decide.
    private static let shared: Set<String> = [
        "aws_region", "aws_partition", "aws_caller_identity", "aws_availability_zones", "aws_ssm_parameter",
    ]

    init(target: ModuleRun.Target, attribute: String) {
        let type = String(target.name.prefix { $0 != "." })
        guard target.section == .data else {
            form = nil
            sharedKey = nil
            return
        }
        form = Self.forms[type]?[attribute]
        sharedKey = Self.shared.contains(type) ? Self.key(target, type, attribute) : nil
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
