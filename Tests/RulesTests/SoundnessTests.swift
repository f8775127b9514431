import Templates
import Testing
import Topology

@testable import Rules

/// A value that is not known must never make a finding: what a rule says of a model in which some value is unknown, it must
/// say of the model with that value as well.
struct SoundnessTests {
    @Test func replacingAnyValueByAnUnknownAddsNoFinding() throws {
        let rules = try RuleSet.load(BuiltInRuleTests.documents(), includesBuiltIn: false, sections: .everything)
        var count = 0
        for rule in rules.rules {
            for test in rule.tests {
                guard case .model(let entries) = test.input, test.parameters == nil, test.configuration == nil else { continue }
                var fixture = ModelFixture(schema: .builtIn)
                for entry in entries { fixture.add(entry, kind: rule.selection.kind) }
                let known = try findings(rule, fixture.model)
                for (object, slot) in places(fixture.model) {
                    for mayBeAbsent in [false, true] {
                        let model = replacing(object, slot, in: fixture.model, mayBeAbsent: mayBeAbsent)
                        let more = try findings(rule, model).subtracting(known)
                        let name = "\(model.objects[object].name).\(model.objects[object].kind.fields[slot].name)"
                        #expect(more.isEmpty, "\(rule.id), '\(test.name)', \(name) unknown: \(more)")
                        count += 1
                    }
                }
            }
        }
        print("soundness: \(count) models with one unknown value")
        #expect(count > 1000)
    }

    private func findings(_ rule: Rule, _ model: Model) throws -> Set<String> {
        let outcome = try RuleEngine.evaluate(model, rules: RuleSet(rules: [rule]))
        return Set(outcome.findings.map { "\($0.check) \($0.location.resource ?? "") \($0.subject ?? "")" })
    }

    private func places(_ model: Model) -> [(Int, Int)] {
        model.objects.indices.flatMap { object in model.objects[object].fields.indices.map { (object, $0) } }
    }

    private func replacing(_ object: Int, _ slot: Int, in model: Model, mayBeAbsent: Bool) -> Model {
        let objects = model.objects.enumerated().map { index, old in
            guard index == object else { return old }
            var fields = old.fields
            fields[slot] = Field(
                .unknown([Reason("replaced")], mayBeAbsent: mayBeAbsent), state: .unknown, origin: fields[slot].origin)
            return ModelObject(
                id: old.id, kind: old.kind, name: old.name, existence: old.existence, origin: old.origin, fields: fields)
        }
        return Model(schema: model.schema, objects: objects)
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
                  SqsManagedSseEnabled: !Ref P
                  RedrivePolicy: {deadLetterTargetArn: !Ref P, maxReceiveCount: !Ref N}
              Task:
                Type: AWS::ECS::TaskDefinition
                Properties:
                  Cpu: !Ref N
                  Memory: !Ref N
                  RequiresCompatibilities: [!Ref P]
                  ContainerDefinitions: [{Name: w, Environment: [{Name: QUEUE_URL, Value: !Ref Jobs}]}]
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
