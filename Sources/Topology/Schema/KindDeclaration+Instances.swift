// Source: IAM CreateInstanceProfile and AddRoleToInstanceProfile (botocore iam 2010-05-08): a profile has one role at most.

extension KindDeclaration {
    static let instanceProfile = KindDeclaration(
        .instanceProfile, cloudFormation: ["AWS::IAM::InstanceProfile"], terraform: ["aws_iam_instance_profile"],
        namedBy: .profileName, "What gives instances their role.",
        fields: [
            .init(.name, .string, "The name for people."),
            .init(
                .profileName, .string, cloudFormation: "Properties.InstanceProfileName", terraform: "name", isOptional: true,
                "Its own name."),
            .init(
                .roles, .list(.object(.role)), cloudFormation: "Properties.Roles", terraform: "role", default: .emptyList,
                "The role, as a list of one."),
        ])
}
