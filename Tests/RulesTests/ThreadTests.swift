import Testing

@testable import Rules

/// A large model is judged on several threads: nobody may see that in what comes out.
struct ThreadTests {
    @Test func theOutcomeDoesNotDependOnTheNumberOfThreads() throws {
        let queues = (0..<300).map { number in
            """
              Jobs\(number):
                Type: AWS::SQS::Queue
                Properties:
                  VisibilityTimeout: \(number)
                  RedrivePolicy: {deadLetterTargetArn: !GetAtt Jobs\((number + 1) % 300).Arn, maxReceiveCount: \(number % 7 + 1)}
            """
        }
        let model = try RuleFixtures.cloudFormation("Resources:\n\(queues.joined(separator: "\n"))")
        let rules = try RuleSet.load()
        let alone = try RuleEngine.evaluate(model, rules: rules)
        #expect(alone.findings.count > 300)
        for jobs in [2, 3, 64] {
            let together = try RuleEngine.evaluate(model, rules: rules, jobs: jobs)
            #expect(together == alone)
            #expect(together.findings.map(\.message) == alone.findings.map(\.message))
        }
    }
}
