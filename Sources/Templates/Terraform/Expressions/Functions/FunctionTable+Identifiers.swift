import Evaluation

/// Modules that are given an ARN or a URL take the name out of it: `element(split(":", var.queue_arn), 5)`,
/// `basename(var.queue_url)`. Both are not known before apply, but how they are built is.
extension FunctionTable {
    /// What stands between the separators of an identifier.
    private enum Piece {
        case literal(String)
        /// The partition, region, account or host.
        case open
        /// The resource's name.
        case name
    }

    /// How a resource's identifiers are built, by its type: attributes, separator, pieces.
    ///
    /// "Amazon Resource Names" in the IAM guide and the service authorization reference of SQS, SNS and ECS (services have
    /// the long form with the cluster's name); queue URLs: "Queue and message identifiers" in the SQS guide.
    private static let identifiers: [String: [(attributes: Set<String>, separator: String, pieces: [Piece])]] = [
        "aws_sqs_queue": [
            (["arn"], ":", [.literal("arn"), .open, .literal("sqs"), .open, .open, .name]),
            (["id", "url"], "/", [.literal("https:"), .literal(""), .open, .open, .name]),
        ],
        "aws_sns_topic": [(["arn", "id"], ":", [.literal("arn"), .open, .literal("sns"), .open, .open, .name])],
        "aws_ecs_cluster": [(["arn", "id"], "/", [.open, .name])],
        "aws_ecs_service": [(["arn", "id"], "/", [.open, .open, .name])],
    ]

    /// The pieces of an identifier that is a reference; `nil` for anything else.
    static func identifierPieces(of value: Value, separator: String, _ call: FunctionArguments) -> [Value]? {
        guard case .reference(let reference) = value.content, case .named(let attribute) = reference.attribute,
            let built = identifiers[ResourceAddress(reference.resource.logicalID).type]?
                .first(where: { $0.separator == separator && $0.attributes.contains(attribute) })
        else { return nil }
        return built.pieces.map { piece in
            switch piece {
            case .literal(let text): call.text(text)
            case .open: call.unknown()
            case .name:
                Value(
                    .reference(Reference(resource: reference.resource, attribute: .named("name"))), origin: call.origin,
                    steps: value.steps)
            }
        }
    }
}
