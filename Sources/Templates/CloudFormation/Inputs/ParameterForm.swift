import Evaluation
import Patterns

/// The form of the values of a parameter whose type names something of AWS: CloudFormation takes what exists in the account only.
///
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-supplied-parameter-types.html
struct ParameterForm: Sendable {
    /// Values of the form.
    let examples: [String]
    private let pattern: Pattern?

    /// The forms of identifiers, after botocore's models of EC2 and Route 53.
    private static let forms: [String: (examples: [String], pattern: String)] = {
        var forms: [String: (examples: [String], pattern: String)] = [
            "AWS::EC2::AvailabilityZone::Name": (["us-east-1a", "us-east-1b"], "^[a-z]{2,4}(-[a-z]+)+-[0-9][a-z]$"),
            "AWS::Route53::HostedZone::Id": (["Z0123456789ABCDEFGHIJ", "Z1D633PJN98FT9"], "^Z[A-Z0-9]{5,31}$"),
            "AWS::EC2::KeyPair::KeyName": (["example", "example-2"], "^.{1,255}$"),
            "AWS::EC2::SecurityGroup::GroupName": (["example", "default"], "^.{1,255}$"),
            "AWS::SSM::Parameter::Name": (["example", "/example/name"], "^[a-zA-Z0-9_./:-]{1,2048}$"),
        ]
        let prefixes = [
            "Image": "ami", "Instance": "i", "SecurityGroup": "sg", "Subnet": "subnet", "Volume": "vol", "VPC": "vpc",
        ]
        for (type, prefix) in prefixes {
            let ids = ["0123456789abcdef0", "0fedcba9876543210", "0123abcd"].map { "\(prefix)-\($0)" }
            forms["AWS::EC2::\(type)::Id"] = (ids, "^\(prefix)-([0-9a-f]{8}|[0-9a-f]{17})$")
        }
        return forms
    }()

    /// The form of the elements of a list, or of one value; `nil` for types that are no names of AWS's.
    init?(ofType type: String) {
        let inner = type.hasPrefix("List<") ? String(type.dropFirst("List<".count).dropLast()) : type
        // What is looked up is named by the name of a parameter of the Systems Manager.
        let name = inner.hasPrefix("AWS::SSM::Parameter::Value") ? "AWS::SSM::Parameter::Name" : inner
        guard name.hasPrefix("AWS::") else { return nil }
        let form = Self.forms[name] ?? (["example"], "^.+$")
        examples = form.examples
        pattern = try? Pattern(form.pattern)
    }

    /// Whether a text has the form.
    func accepts(_ text: String) -> Bool {
        var steps = 10_000
        return pattern?.isFound(in: text, spending: &steps) == true
    }
}

extension OpenInput {
    /// The value of a parameter of the Systems Manager, which a template's parameter of the type
    /// `AWS::SSM::Parameter::Value<...>` reads: never empty.
    static func systemsManager(key: String, name: String, type: String) -> OpenInput {
        let inner = String(type.dropFirst("AWS::SSM::Parameter::Value<".count).dropLast())
        let isList = inner == "CommaDelimitedList" || inner.hasPrefix("List<")
        let form = ParameterForm(ofType: inner)
        return OpenInput(
            key: key, name: name, kind: .deployment, shape: isList ? .list(.text) : .text,
            literals: (form?.examples ?? []).map(Datum.text), isConstrained: true
        ) { datum in
            switch datum {
            case .text(let text): !isList && !text.isEmpty && form?.accepts(text) != false
            case .list(let elements):
                isList && !elements.isEmpty
                    && elements.allSatisfy {
                        if case .text(let text) = $0 { !text.isEmpty && form?.accepts(text) != false } else { false }
                    }
            default: false
            }
        }
    }
}
