import TestSupport
import Testing
import Topology

@testable import Rules

/// What a rule says although something is unknown holds for whatever it can be: no finding that some value takes back, and
/// no silence that some value breaks.
struct SoundnessTests {
    /// Printed with a failure; the same seed takes the same cases.
    private static let seed: UInt64 = 20_261_121
    /// Over all rules, so that more rules do not make the test slower; each rule gets its share.
    private static let places = 700
    private static let fewestPlacesOfARule = 6

    @Test func everyBuiltInRuleHoldsForEverySubstitutedValue() throws {
        let rules = try RuleSet.load(BuiltInRuleTests.documents(), includesBuiltIn: false, sections: .everything).rules
        let share = max(Self.fewestPlacesOfARule, Self.places / rules.count)
        var count = 0
        for (index, rule) in rules.enumerated() {
            let trial = try RuleTrial(rule)
            var generator = SeededGenerator(seed: Self.seed &+ UInt64(index))
            let places = trial.places(share, &generator)
            #expect(!places.isEmpty, "\(rule.id) has no test of the format model, or reads nothing")
            for place in places {
                for fault in trial.faults(at: place, &count) { Issue.record("seed \(Self.seed): \(rule.id), \(fault)") }
            }
        }
        print("soundness: seed \(Self.seed), \(rules.count) rules, \(count) models")
        #expect(count > 2000)
    }

    /// The trial itself notices a rule that takes an unknown for good, and one that takes it for bad.
    @Test(arguments: [
        ("known(q.visibilityTimeout, 0) < 5", true), ("known(q.visibilityTimeout, 9) < 5", true),
        ("q.visibilityTimeout < 100 / q.delaySeconds", true), ("q.visibilityTimeout < 5", false),
        ("!has(q.redrive) || q.redrive.maxReceiveCount > 2", false), ("q.?redrive.hasValue()", false),
    ])
    func theTrialNoticesUnsoundRules(_ assertion: String, _ isUnsound: Bool) throws {
        let text = RuleFixtures.text(
            """
            select: {kind: queue, as: q}
            checks: [{id: a, assert: "true", at: q, message: m}]
            tests:
              - name: t
                input: {format: model, q: {name: jobs, visibilityTimeout: 3, redrive: {maxReceiveCount: 3}, delaySeconds: 7}}
                expect: []
            """)
        var parser = RuleFileParser(sections: .everything)
        let rule = try #require(parser.rules(in: RuleFixtures.document(text)).first)
        let trial = try RuleTrial(rule, asserting: assertion)
        var generator = SeededGenerator(seed: Self.seed)
        var count = 0
        let faults = trial.places(100, &generator).flatMap { trial.faults(at: $0, &count) }
        #expect(faults.isEmpty != isUnsound, "\(faults)")
    }

    /// Zero findings on a template whose every relevant value is unknown.
    @Test func aTemplateOfUnknownsHasNoFindings() throws {
        let model = try RuleFixtures.cloudFormation(
            """
            Parameters: {P: {Type: String}, N: {Type: Number}}
            Resources:
              Jobs:
                Type: AWS::SQS::Queue
                Properties:
                  QueueName: !Ref P
                  VisibilityTimeout: !Ref N
                  MessageRetentionPeriod: !Ref N
                  DelaySeconds: !Ref N
                  ReceiveMessageWaitTimeSeconds: !Ref N
                  SqsManagedSseEnabled: !Ref P
                  RedrivePolicy: {deadLetterTargetArn: !Ref P, maxReceiveCount: !Ref N}
              Task:
                Type: AWS::ECS::TaskDefinition
                Properties:
                  Cpu: !Ref N
                  Memory: !Ref N
                  RequiresCompatibilities: [!Ref P]
                  ContainerDefinitions:
                    - Name: w
                      Environment: [{Name: QUEUE_URL, Value: !Ref Jobs}]
                      ReadonlyRootFilesystem: !Ref P
                      LogConfiguration: {LogDriver: !Ref P}
              Service:
                Type: AWS::ECS::Service
                Properties:
                  TaskDefinition: !Ref Task
                  LaunchType: !Ref P
                  DesiredCount: !Ref N
                  SchedulingStrategy: !Ref P
              Range:
                Type: AWS::ApplicationAutoScaling::ScalableTarget
                Properties: {ServiceNamespace: !Ref P, ResourceId: !Ref P, MinCapacity: !Ref N, MaxCapacity: !Ref N}
              Policy:
                Type: AWS::ApplicationAutoScaling::ScalingPolicy
                Properties:
                  ScalingTargetId: !Ref Range
                  TargetTrackingScalingPolicyConfiguration:
                    TargetValue: !Ref N
                    ScaleInCooldown: !Ref N
                    ScaleOutCooldown: !Ref N
                    CustomizedMetricSpecification: {Namespace: !Ref P, MetricName: !Ref P}
              Group:
                Type: AWS::AutoScaling::AutoScalingGroup
                Properties: {MinSize: !Ref N, MaxSize: !Ref N, DesiredCapacity: !Ref N, LaunchTemplate: !Ref P}
            """)
        let outcome = try RuleEngine.evaluate(model, rules: RuleSet.load())
        #expect(outcome.findings.map { "\($0.rule) \($0.message)" } == [])
        #expect(outcome.undecided.count > 20)
    }
}
