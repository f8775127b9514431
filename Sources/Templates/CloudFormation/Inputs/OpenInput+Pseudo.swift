import Evaluation

extension OpenInput {
    /// A pseudo parameter as something that AWS gives
    /// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/pseudo-parameter-reference.html).
    static func pseudoParameter(_ name: String, key: String) -> OpenInput {
        let (example, accepts): (String, @Sendable (String) -> Bool) =
            switch name {
            case "AWS::Region": ("us-east-1", { $0.split(separator: "-").count >= 3 })
            case "AWS::AccountId": ("111122223333", { $0.utf8.count == 12 && $0.utf8.allSatisfy { (48...57).contains($0) } })
            case "AWS::Partition": ("aws", { $0 == "aws" || $0.hasPrefix("aws-") })
            case "AWS::URLSuffix": ("amazonaws.com", { $0.contains(".") })
            case "AWS::StackId", "AWS::NotificationARNs":
                ("arn:aws:cloudformation:us-east-1:111122223333:stack/example/1", { $0.hasPrefix("arn:") })
            default: ("example", { !$0.isEmpty })
            }
        return OpenInput(key: key, name: name, kind: .deployment, literals: [.text(example)], isConstrained: true) { datum in
            if case .text(let text) = datum { accepts(text) } else { false }
        }
    }
}
