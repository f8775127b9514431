import Evaluation

/// What the names of the Serverless Application Model's macro and resource types are.
enum ServerlessTransform {
    /// The macro's name in `Transform`.
    static let name = "AWS::Serverless-2016-10-31"
    static let typePrefix = "AWS::Serverless::"
    static let function = "AWS::Serverless::Function"
    static let stateMachine = "AWS::Serverless::StateMachine"
    static let connector = "AWS::Serverless::Connector"
    static let application = "AWS::Serverless::Application"
    /// What stands beside a resource's `Properties` for SAM alone.
    static let resourceAttributes = ["Connectors", "IgnoreGlobals"]

    /// The type that a serverless resource has once it is expanded; the type itself for any other.
    ///
    /// Source: "Generated CloudFormation resources for AWS SAM" in the SAM developer guide.
    static func deployedType(of type: String) -> String {
        switch type {
        case function: "AWS::Lambda::Function"
        case stateMachine: "AWS::StepFunctions::StateMachine"
        case application: "AWS::CloudFormation::Stack"
        default: type
        }
    }
}
