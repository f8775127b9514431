/// Structures of CloudFormation that an argument of Terraform holds as JSON, with the names of ECS's API: its members have
/// rows of CloudFormation's type only.
///
/// Source: `container_definitions` of the provider's page ecs_task_definition.
struct EmbeddedDefinitions {
    /// The argument that holds the JSON.
    let argument: String
    /// The type of CloudFormation that has the same structure.
    let type: String
    /// The property of that type.
    let property: String

    static func place(in type: String) -> EmbeddedDefinitions? {
        guard type == "aws_ecs_task_definition" else { return nil }
        return EmbeddedDefinitions(
            argument: "container_definitions", type: "AWS::ECS::TaskDefinition", property: "ContainerDefinitions")
    }
}
