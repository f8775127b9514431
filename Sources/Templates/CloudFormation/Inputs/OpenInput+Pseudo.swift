import Evaluation

extension OpenInput {
    /// A pseudo parameter as something that AWS gives
    /// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/pseudo-parameter-reference.html).
    ///
    /// - Parameter region: the region of the run, when it is known.
    static func pseudoParameter(_ name: String, key: String, region: String?) -> OpenInput {
        let place = region.flatMap { DeploymentFact.region.accepts($0) ? [(fact: DeploymentFact.region, text: $0)] : nil } ?? []
        switch name {
        case "AWS::Region": return .fact(.region, key: key, name: name)
        case "AWS::AccountId": return .fact(.account, key: key, name: name)
        case "AWS::Partition": return .fact(.partition, key: key, name: name, beside: place)
        case "AWS::URLSuffix": return .fact(.urlSuffix, key: key, name: name, beside: place)
        case "AWS::NotificationARNs":
            // A stack may have none.
            let topic = Datum.text("arn:aws:sns:us-east-1:111122223333:example")
            return OpenInput(
                key: key, name: name, kind: .deployment, shape: .list(.text), literals: [topic], isConstrained: true
            ) { datum in
                guard case .list(let elements) = datum else { return false }
                return elements.allSatisfy { if case .text(let text) = $0 { text.hasPrefix("arn:") } else { false } }
            }
        default: break
        }
        let isID = name == "AWS::StackId"
        let example = isID ? "arn:aws:cloudformation:us-east-1:111122223333:stack/example/1" : "example"
        return OpenInput(key: key, name: name, kind: .deployment, literals: [.text(example)], isConstrained: true) { datum in
            guard case .text(let text) = datum else { return false }
            return isID ? text.hasPrefix("arn:") : isStackName(text)
        }
    }

    /// Source: CloudFormation API reference, `CreateStack`, `StackName`: `[a-zA-Z][-a-zA-Z0-9]*`, 128 characters at most.
    private static func isStackName(_ text: String) -> Bool {
        guard let first = text.utf8.first, (first | 0x20) >= UInt8(ascii: "a"), (first | 0x20) <= UInt8(ascii: "z") else {
            return false
        }
        return text.utf8.count <= 255
            && text.utf8.allSatisfy {
                $0.isDigit || $0 == UInt8(ascii: "-")
                    || (($0 | 0x20) >= UInt8(ascii: "a") && ($0 | 0x20) <= UInt8(ascii: "z"))
            }
    }
}
