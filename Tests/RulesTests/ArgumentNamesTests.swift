import Testing

@testable import Rules

@Suite struct ArgumentNamesTests {
    @Test(arguments: [
        ("Set VisibilityTimeout to 90 or more.", "Set visibility_timeout_seconds to 90 or more."),
        ("Lower MinSize or raise MaxSize.", "Lower min_size or raise max_size."),
        ("Add a RedrivePolicy with deadLetterTargetArn.", "Add a redrive_policy with deadLetterTargetArn."),
        (
            "Name aws_sqs_queue.MinSize as target; Memory and Cpu stay.",
            "Name aws_sqs_queue.MinSize as target; Memory and Cpu stay."
        ),
        ("Turn on DeploymentConfiguration.DeploymentCircuitBreaker.", "Turn on deployment_circuit_breaker."),
        ("Add a NetworkConfiguration with AwsvpcConfiguration.Subnets.", "Add a network_configuration with subnets."),
        ("Set SqsParameters.MessageGroupId of the target.", "Set message_group_id of the target."),
        ("Set StopTimeout to 60 or more.", "Set stopTimeout to 60 or more."),
        ("The dimension QueueName stays.", "The dimension QueueName stays."),
    ])
    func areSpelledAsTerraformDoes(_ text: String, _ expected: String) {
        #expect(ArgumentNames.spelled(text, in: .terraform) == expected)
        #expect(ArgumentNames.spelled(text, in: .cloudFormation) == text)
    }
}
