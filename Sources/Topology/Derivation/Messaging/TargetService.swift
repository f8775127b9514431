import Evaluation
import Templates

/// The service that a target's ARN is of, as far as it matters whether a caller waits for it.
enum TargetService {
    /// A Lambda function, or an alias or version of one.
    case function
    /// A state machine of Step Functions.
    case stateMachine
    case other

    /// `nil` where that is not known.
    init?(_ arn: Value, in assembly: ModelAssembly) {
        if case .reference(let reference) = arn.content {
            let type = assembly.typesByResource[reference.resource]?.lowercased() ?? ""
            guard !type.isEmpty, !type.hasPrefix("data.") else { return nil }
            self = Self.service(ofType: type)
            return
        }
        let pieces = arn.knownText.map { [$0] } ?? arn.knownPieces
        let parts = pieces.joined(separator: "*").split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count > 2, parts[0] == "arn", !parts[2].isEmpty, !parts[2].contains("*") else { return nil }
        switch parts[2] {
        case "lambda": self = .function
        case "states": self = .stateMachine
        default: self = .other
        }
    }

    private static func service(ofType type: String) -> TargetService {
        if type.contains("lambda") || type.contains("serverless::function") { return .function }
        if type.contains("stepfunctions") || type.contains("sfn_") || type.contains("serverless::statemachine") {
            return .stateMachine
        }
        return .other
    }
}
