import Evaluation

/// The source or the destination of a connector.
struct ServerlessConnectorEnd {
    /// The type that it has once it is deployed.
    let type: String
    let arn: Value
    /// A queue's URL.
    let url: Value
    /// The role that it acts with, by reference, ARN or name.
    let role: Value
}
