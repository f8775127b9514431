// Sources: AWS::IAM::Role, AWS::IAM::Policy, AWS::IAM::ManagedPolicy and AWS::IAM::RolePolicy in the CloudFormation reference.
// Terraform: the provider's pages iam_role (inline_policy and managed_policy_arns are deprecated, and read all the same),
// iam_role_policy, iam_policy, iam_role_policy_attachment, iam_policy_attachment and iam_role_policy_attachments_exclusive,
// which attaches what it lists. iam_role_policies_exclusive only lists the names of policies that others write.

extension KindDeclaration {
    static let role = KindDeclaration(
        .role, cloudFormation: ["AWS::IAM::Role"], terraform: ["aws_iam_role"], namedBy: .roleName, "An IAM role.",
        fields: [
            .init(.name, .string, "The name for people."),
            .init(
                .roleName, .string, cloudFormation: "Properties.RoleName", terraform: "name", isOptional: true,
                "Its own name."),
            .init(
                .policies, .list(.object(.inlinePolicy)), cloudFormation: "Properties.Policies",
                terraform: "inline_policy", default: .emptyList, "The policies that stand in it."),
            .init(
                .managedPolicies, .list(.string), cloudFormation: "Properties.ManagedPolicyArns",
                terraform: "managed_policy_arns",
                setBy: [
                    FieldOverlay("aws_iam_role_policy_attachment", owner: .link("role"), source: "policy_arn"),
                    FieldOverlay("aws_iam_policy_attachment", owner: .link("roles"), source: "policy_arn"),
                    FieldOverlay(
                        "aws_iam_role_policy_attachments_exclusive", owner: .link("role_name"), source: "policy_arns"),
                ],
                default: .emptyList, "The managed policies that it names."),
            .init(.path, .string, cloudFormation: "Properties.Path", terraform: "path", default: .string("/"), "Its path."),
            .init(
                .trustStatements, .list(.object(.statement)),
                cloudFormation: "Properties.AssumeRolePolicyDocument.Statement", terraform: "assume_role_policy.Statement",
                default: .emptyList, "Who may assume the role."),
            .init(.trustedServices, .list(.string), "The services that may assume it: ecs-tasks.amazonaws.com."),
            .init(.statements, .list(.object(.statement)), "Every statement of its policies that the input shows."),
            .init(.isTaskRole, .bool, "A task definition has it as task role."),
            .init(
                .uses, .list(.object(.roleUse)),
                "The services of AWS that must assume it, one for each; empty where it says nothing of trust."),
        ])

    static let roleUse = KindDeclaration(
        .roleUse, "A service of AWS that must assume a role.",
        fields: [
            .init(.name, .string, "Who has the role, for people: a task definition, a rule, a pipe."),
            .init(.servicePrincipal, .string, "The service as trust policies name it: ecs-tasks.amazonaws.com."),
            .init(.purpose, .string, "What the role is to it: task role."),
            .init(.consequence, .string, "What happens where it may not: no task starts."),
            .init(.mayAssume, .bool, "The role's trust policy lets the service assume it."),
        ])

    static let inlinePolicy = KindDeclaration(
        .inlinePolicy, "A policy that stands in a role.",
        fields: [
            .init(
                .statements, .list(.object(.statement)), cloudFormation: "PolicyDocument.Statement",
                terraform: "policy.Statement", default: .emptyList, "What it allows and denies.")
        ])

    static let policy = KindDeclaration(
        .policy, cloudFormation: ["AWS::IAM::Policy", "AWS::IAM::ManagedPolicy", "AWS::IAM::RolePolicy"],
        terraform: ["aws_iam_role_policy", "aws_iam_policy"], "A policy that is a resource of its own.",
        fields: [
            .init(.name, .string, "The name for people."),
            .init(
                .roles, .list(.object(.role)), cloudFormation: "Properties.Roles|Properties.RoleName",
                terraform: "role", default: .emptyList, "The roles that it is attached to."),
            .init(
                .statements, .list(.object(.statement)), cloudFormation: "Properties.PolicyDocument.Statement",
                terraform: "policy.Statement", default: .emptyList, "What it allows and denies."),
        ])

    static let statement = KindDeclaration(
        .statement, "A statement of a policy.",
        fields: [
            .init(.effect, .string, cloudFormation: "Effect", terraform: "Effect", isOptional: true, "Allow or Deny."),
            .init(
                .actions, .list(.string), cloudFormation: "Action", terraform: "Action", default: .emptyList,
                "The actions."),
            .init(
                .resources, .list(.string), cloudFormation: "Resource", terraform: "Resource", default: .emptyList,
                "What they concern."),
            .init(.sid, .string, cloudFormation: "Sid", terraform: "Sid", isOptional: true, "Its own name."),
            .init(
                .notActions, .list(.string), cloudFormation: "NotAction", terraform: "NotAction", default: .emptyList,
                "It concerns every action but these."),
            .init(
                .notResources, .list(.string), cloudFormation: "NotResource", terraform: "NotResource",
                default: .emptyList, "It concerns everything but these."),
            .init(.isPublic, .bool, "It allows everybody, and no condition leaves known callers only."),
            .init(
                .isOnEveryResource, .bool,
                "It names `*`, or a pattern that matches every queue, topic or secret of the account."),
            .init(.grantsEveryQueueAction, .bool, "It allows sqs:*, or every action."),
            .init(.concernsQueues, .bool, "It names an action of SQS, or every action."),
        ])
}
