extension KindDeclaration {
    static let role = KindDeclaration(
        "role", cloudFormation: ["AWS::IAM::Role"], terraform: ["aws_iam_role"], namedBy: "roleName", "An IAM role.",
        fields: [
            .init("name", .string, "The name for people."),
            .init(
                "roleName", .string, cloudFormation: "Properties.RoleName", terraform: "name", isOptional: true,
                "Its own name."),
            .init(
                "policies", .list(.object("inlinePolicy")), cloudFormation: "Properties.Policies",
                terraform: "inline_policy", default: .emptyList, "The policies that stand in it."),
            .init(
                "managedPolicies", .list(.string), cloudFormation: "Properties.ManagedPolicyArns",
                terraform: "managed_policy_arns", default: .emptyList, "The managed policies that it names."),
        ])

    static let inlinePolicy = KindDeclaration("inlinePolicy", "A policy that stands in a role.",
        fields: [
            .init(
                "statements", .list(.object("statement")), cloudFormation: "PolicyDocument.Statement",
                terraform: "policy.Statement", default: .emptyList, "What it allows and denies."),
        ])

    static let policy = KindDeclaration(
        "policy", cloudFormation: ["AWS::IAM::Policy", "AWS::IAM::ManagedPolicy", "AWS::IAM::RolePolicy"],
        terraform: ["aws_iam_role_policy", "aws_iam_policy"], "A policy that is a resource of its own.",
        fields: [
            .init("name", .string, "The name for people."),
            .init(
                "roles", .list(.object("role")), cloudFormation: "Properties.Roles|Properties.RoleName",
                terraform: "role", default: .emptyList, "The roles that it is attached to."),
            .init(
                "statements", .list(.object("statement")), cloudFormation: "Properties.PolicyDocument.Statement",
                terraform: "policy.Statement", default: .emptyList, "What it allows and denies."),
        ])

    static let statement = KindDeclaration("statement", "A statement of a policy.",
        fields: [
            .init("effect", .string, cloudFormation: "Effect", terraform: "Effect", isOptional: true, "Allow or Deny."),
            .init(
                "actions", .list(.string), cloudFormation: "Action", terraform: "Action", default: .emptyList,
                "The actions."),
            .init(
                "resources", .list(.string), cloudFormation: "Resource", terraform: "Resource", default: .emptyList,
                "What they concern."),
        ])
}
