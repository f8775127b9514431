import Testing
import Topology

@testable import Rules

/// Verdicts that hang on open conditions.
struct WorldTests {
    private static let timeout = """
        select: {kind: queue, as: q}
        checks:
          - id: fast
            assert: q.visibilityTimeout + q.delaySeconds < 60
            at: q.visibilityTimeout
            message: "{{q.visibilityTimeout}} s"
        """

    private func findings(_ queue: String) throws -> [String] {
        let outcome = try RuleFixtures.evaluate(Self.timeout, "jobs: \(queue)")
        #expect(outcome.undecided.isEmpty)
        return outcome.findings.map { "\($0.location.path ?? ""): \($0.message)" }
    }

    @Test func badOnOneSideNamesTheCondition() throws {
        #expect(
            try findings("{visibilityTimeout: {$if: IsProd, $then: 30, $else: 90}}")
                == ["visibilityTimeout.$else: 90 s, when IsProd is false"])
    }

    @Test func badOnBothSidesIsOneFindingWithoutCondition() throws {
        #expect(
            try findings("{visibilityTimeout: {$if: IsProd, $then: 80, $else: 90}}") == ["visibilityTimeout.$then: 80 s"])
    }

    @Test func goodOnBothSidesIsClean() throws {
        #expect(try findings("{visibilityTimeout: {$if: IsProd, $then: 8, $else: 9}}").isEmpty)
    }

    @Test func conditionsThatDoNotMatterAreLeftOut() throws {
        let queue = """
            {visibilityTimeout: {$if: A, $then: 90, $else: 30}, delaySeconds: {$if: B, $then: 1, $else: 2}}
            """
        #expect(try findings(queue) == ["visibilityTimeout.$then: 90 s, when A is true"])
    }

    @Test func severalConditionsAreJoined() throws {
        let queue = """
            {visibilityTimeout: {$if: B, $then: 50, $else: 0}, delaySeconds: {$if: A, $then: 1, $else: 20}}
            """
        #expect(try findings(queue) == ["visibilityTimeout.$then: 50 s, when A is false and B is true"])
    }

    @Test func oneConditionUsedTwiceIsAnsweredOnce() throws {
        let queue = """
            {visibilityTimeout: {$if: A, $then: 50, $else: 0}, delaySeconds: {$if: A, $then: 0, $else: 50}}
            """
        #expect(try findings(queue).isEmpty)
    }

    @Test func anUnknownOnOneSideIsNoFindingAndABadOtherSideIs() throws {
        let queue = "{visibilityTimeout: {$if: A, $then: {$unknown: parameter T}, $else: 90}}"
        #expect(try findings(queue) == ["visibilityTimeout.$else: 90 s, when A is false"])
        let outcome = try RuleFixtures.evaluate(
            Self.timeout, "jobs: {visibilityTimeout: {$if: A, $then: {$unknown: parameter T}, $else: 9}}")
        #expect(outcome.findings.isEmpty)
        #expect(outcome.undecided.map(\.reasons) == [["parameter T"]])
    }

    @Test func moreThanSixConditionsAreFollowedAsFarAsWorldsGo() throws {
        var value = "10"
        for index in 1...8 { value = "{$if: C\(index), $then: 70, $else: \(value)}" }
        let rule = Self.timeout.replacing("q.visibilityTimeout + q.delaySeconds < 60", with: "q.visibilityTimeout == 10")
        let outcome = try RuleFixtures.evaluate(rule, "jobs: {visibilityTimeout: \(value)}")
        #expect(outcome.findings.count == 1)
        let eight = (1...8).map { index in "{id: q\(index), returnData: true}" }
        #expect(eight.count == 8)
        let sum = try RuleFixtures.evaluate(
            """
            select: {kind: queue, as: q}
            checks: [{id: c, assert: "q.consumers.filter(c, c.processingSeconds == 9).size() < 8", at: q, message: m}]
            """,
            "jobs: {consumers: ["
                + (1...8).map { "{name: c\($0), processingSeconds: {$if: C\($0), $then: 9, $else: 1}}" }
                .joined(separator: ", ") + "]}")
        #expect(sum.findings.count == 1)
        // Where no world that is looked at decides it, the bound is said.
        let never = try RuleFixtures.evaluate(
            """
            select: {kind: queue, as: q}
            checks: [{id: c, assert: "q.consumers.filter(c, c.processingSeconds == 9).size() < 9", at: q, message: m}]
            """,
            "jobs: {consumers: ["
                + (1...8).map { "{name: c\($0), processingSeconds: {$if: C\($0), $then: 9, $else: 1}}" }
                .joined(separator: ", ") + "]}")
        #expect(never.findings.isEmpty)
        #expect(never.undecided.map(\.reasons) == [["it depends on more open conditions than are followed"]])
    }

    private static let template = """
        Parameters: {Stage: {Type: String}}
        Conditions:
          IsProd: !Equals [!Ref Stage, prod]
          IsTest: !Equals [!Ref Stage, test]
        Resources:
        """

    @Test func aResourceIsOnlyLookedAtWhereItExists() throws {
        let model = try RuleFixtures.cloudFormation(
            Self.template + """

                  Jobs:
                    Type: AWS::SQS::Queue
                    Condition: IsProd
                    Properties: {VisibilityTimeout: !If [IsProd, 90, 30]}
                  Mail:
                    Type: AWS::SQS::Queue
                    Condition: IsTest
                    Properties: {VisibilityTimeout: !If [IsProd, 90, 30]}
                """)
        let outcome = try RuleEngine.evaluate(model, rules: RuleFixtures.rules(Self.timeout))
        #expect(outcome.findings.map(\.message) == ["90 s, when IsProd is true, for example with Stage = prod"])
        #expect(outcome.findings.map(\.location.resource) == ["Jobs"])
        #expect(outcome.undecided.isEmpty)
    }

    private static func queue(_ parameters: String, _ property: String) throws -> Model {
        try RuleFixtures.cloudFormation(
            """
            Parameters: \(parameters)
            Conditions: {IsA: !Equals [!Ref S, '90']}
            Resources: {Jobs: {Type: AWS::SQS::Queue, Properties: {VisibilityTimeout: \(property)}}}
            """)
    }

    @Test(
        "A parameter that may be only a few values is judged under each",
        arguments: [
            ("[30, 90]", "!Ref S", "90 s, when S is 90"),
            ("[90, 30, 20]", "!Ref S", "90 s, when S is 90"),
            ("[90, 30, 80, 70]", "!Ref S", "90 s, when S is 90 (likewise 80, 70)"),
            ("[90, 80]", "!Ref S", "90 s"),
            ("[30, 90, 20]", "!If [IsA, !Ref S, 10]", "90 s, when IsA is true, for example with S = 90"),
        ])
    func allowedValues(_ allowed: String, _ property: String, _ message: String) throws {
        let model = try Self.queue("{S: {Type: Number, AllowedValues: \(allowed)}}", property)
        let outcome = try RuleEngine.evaluate(model, rules: RuleFixtures.rules(Self.timeout))
        #expect(outcome.findings.map(\.message) == [message])
        #expect(outcome.undecided.isEmpty)
    }

    @Test func allowedValuesThatAreAllGoodAreClean() throws {
        let model = try Self.queue("{S: {Type: Number, AllowedValues: [1, 2, 3, 4, 5, 6, 7]}}", "!Ref S")
        let outcome = try RuleEngine.evaluate(model, rules: RuleFixtures.rules(Self.timeout))
        #expect(outcome.findings.isEmpty)
        #expect(outcome.undecided.isEmpty)
    }

    @Test func thirtyParametersOverThirtyQueuesDoNotMultiply() throws {
        let parameters = (0..<30).map { "  P\($0): {Type: Number, AllowedValues: [1, 2, 3, 4, 5, 6, 7, 90]}" }
        let queues = (0..<30).map { index in
            """
              Q\(index):
                Type: AWS::SQS::Queue
                Properties:
                  VisibilityTimeout: !Ref P\(index)
                  DelaySeconds: !Ref P\((index + 1) % 30)
                  MessageRetentionPeriod: !Ref P\((index + 2) % 30)
                  RedrivePolicy: {deadLetterTargetArn: !GetAtt Q\((index + 3) % 30).Arn, maxReceiveCount: !Ref P\((index + 4) % 30)}
            """
        }
        let model = try RuleFixtures.cloudFormation(
            "Parameters:\n\(parameters.joined(separator: "\n"))\nResources:\n\(queues.joined(separator: "\n"))")
        let outcome = try RuleEngine.evaluate(model, rules: try RuleSet.load())
        #expect(outcome.findings.contains { $0.message.contains("when P") })
    }

    @Test func aMemberThatMayBeMissingIsJudgedWhereItIs() throws {
        let model = try RuleFixtures.cloudFormation(
            Self.template + """

                  Service:
                    Type: AWS::ECS::Service
                    Properties:
                      CapacityProviderStrategy:
                        - !If [IsProd, {CapacityProvider: FARGATE_SPOT, Base: 2}, !Ref "AWS::NoValue"]
                        - {CapacityProvider: FARGATE, Weight: 1}
                """)
        let rules = try RuleSet.load()
        let findings = try RuleEngine.evaluate(
            model, rules: rules, configuration: RuleConfiguration(select: ["ECS017"])
        ).findings
        #expect(findings.count == 1)
        #expect(findings.first?.message.contains("base of 2 tasks") == true)
    }
}
