import Evaluation
import Templates

/// What a container's secret names: a secret of Secrets Manager by its ARN, or a parameter by its ARN or bare name.
///
/// Source: `valueFrom` of Secret (botocore ecs 2014-11-13): the ARN of a secret may go on with `:json-key:stage:version`; a
/// parameter of the same region may be named without ARN.
struct SecretPlace {
    /// The value without what stands behind the secret's ARN.
    let value: Value
    private let names: ResourceNames
    private let text: PolicyText

    init(_ value: Value, names: ResourceNames) {
        self.value = Self.withoutKey(value)
        self.names = names
        text = names.text(of: self.value, isPattern: false)
    }

    /// `arn:...:secret:name-suffix:key:stage:version` without the last three parts, `${Secret}:key::` without the key.
    private static func withoutKey(_ value: Value) -> Value {
        switch value.content {
        case .scalar(let scalar) where scalar.text.contains(":secret:"):
            let parts = scalar.text.split(separator: ":", omittingEmptySubsequences: false)
            return Value(
                .scalar(.init(parts.prefix(7).joined(separator: ":"))), origin: value.origin, steps: value.steps)
        case .text(let parts):
            guard case .value(let first)? = parts.first, case .reference = first.content, parts.count > 1,
                case .literal(let rest) = parts[1], rest.hasPrefix(":")
            else { return value }
            return first
        default: return value
        }
    }

    /// Whether a kind may be meant at all.
    func mayBe(_ kind: Kind) -> Bool {
        guard case .text = value.content else { return isBareName ? kind == .parameter : true }
        return true
    }

    /// Text that is no ARN: a parameter's name.
    private var isBareName: Bool {
        guard let text = value.knownText else { return false }
        return !text.hasPrefix("arn:")
    }

    /// What reading it asks for, where it is no resource of the input; either way is enough where both may be meant.
    var questions: [(action: String, text: PolicyText)] {
        if isBareName {
            var name = PolicyText("parameter")
            if value.knownText?.hasPrefix("/") != true { name.append("/") }
            return [("ssm:GetParameters", names.arn("ssm", name, text))]
        }
        var questions: [(action: String, text: PolicyText)] = []
        var parameter = names.arn("ssm", PolicyText("parameter/"))
        parameter.append(.anyText)
        if case .no = parameter.matches(text) {} else { questions.append(("ssm:GetParameters", text)) }
        var secret = names.arn("secretsmanager", PolicyText("secret:"))
        secret.append(.anyText)
        if case .no = secret.matches(text) {} else { questions.append(("secretsmanager:GetSecretValue", text)) }
        return questions
    }
}
