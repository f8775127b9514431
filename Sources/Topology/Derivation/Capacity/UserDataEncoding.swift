import Evaluation
import Templates

/// Whether user data is written in base64, as EC2 takes it.
///
/// Sources: EC2 API reference, RequestLaunchTemplateData (`UserData`: "you must provide base64-encoded text");
/// website/docs/r/launch_template of Terraform's AWS provider (`user_data`: "the base64-encoded user data"), which sends it as
/// it is.
struct UserDataEncoding {
    let assembly: ModelAssembly

    func content(of launch: ObjectID) -> Field.Content {
        let dialect = assembly.dialect(of: launch)
        let isTemplate = assembly.objects[launch.index].kind.key == .launchTemplate
        let body = assembly.value(of: launch)
        if dialect == .terraform {
            // A launch configuration's user data is encoded by the provider.
            return content(body.attribute(isTemplate ? "user_data" : "user_data_base64"), dialect)
        }
        let holder = body.member("Properties")
        let value = (isTemplate ? holder.member("LaunchTemplateData") : holder).member("UserData")
        guard !value.isAbsent else { return .absent }
        let path = (isTemplate ? ["Properties", "LaunchTemplateData"] : ["Properties"]) + ["UserData"]
        switch EncodedText(of: body.origin, at: path) {
        case .encoded: return .bool(true)
        case .plain: return content(value, dialect)
        case .unclear: return Self.unclear
        }
    }

    private static let unclear = Field.Content.unknown(
        [Reason("whether the user data is in base64 is not known")], mayBeAbsent: true)

    /// What is known of a text tells: blanks and most marks are no letters of base64.
    private func content(_ value: Value, _ dialect: Dialect) -> Field.Content {
        switch value.content {
        case .absent: return .absent
        case .choice(let condition, let yes, let no):
            return .choice(
                condition, Field(content(yes, dialect), state: .derived, origin: yes.origin),
                Field(content(no, dialect), state: .derived, origin: no.origin))
        case .scalar(let scalar): return scalar.text.isEmpty ? .absent : .bool(Self.isEncoded(scalar.text))
        case .text(let parts):
            // `base64encode` leaves a text that is known in part as it is.
            guard dialect == .cloudFormation || value.origin.isUnencodedText,
                case .literal(let start)? = parts.first, start.contains(where: { $0.isWhitespace || $0 == "#" })
            else { return Self.unclear }
            return .bool(false)
        default: return Self.unclear
        }
    }

    private static func isEncoded(_ text: String) -> Bool {
        let letters = text.filter { !$0.isNewline }
        return letters.utf8.count.isMultiple(of: 4)
            && letters.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+/=".contains($0)) }
    }
}
