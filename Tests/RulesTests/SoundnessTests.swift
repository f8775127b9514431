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
            let evaluator = try Evaluator(rule)
            for test in rule.tests {
                guard case .model(let entries) = test.input, test.parameters == nil, test.configuration == nil else { continue }
                var fixture = ModelFixture(schema: .builtIn)
                for entry in entries { fixture.add(entry, kind: rule.selection.kind) }
                let known = try findings(evaluator.outcome(of: fixture.model))
                for (object, slot) in places(fixture.model) {
                    for mayBeAbsent in [false, true] {
                        let model = replacing(object, slot, in: fixture.model, mayBeAbsent: mayBeAbsent)
                        let more = try findings(evaluator.outcome(of: model)).subtracting(known)
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

    /// A number from a template must never make a rule fail: that would be exit 2 for the user's mistake.
    @Test func extremeNumbersBreakNoRule() throws {
        let rules = try RuleSet.load(BuiltInRuleTests.documents(), includesBuiltIn: false, sections: .everything)
        var count = 0
        for rule in rules.rules {
            let evaluator = try Evaluator(rule)
            for test in rule.tests {
                guard case .model(let entries) = test.input else { continue }
                var fixture = ModelFixture(schema: .builtIn)
                for entry in entries { fixture.add(entry, kind: rule.selection.kind) }
                for (object, slot) in places(fixture.model) {
                    for content in Self.extremes(of: fixture.model.objects[object].kind.fields[slot].type) {
                        let model = replacing(object, slot, in: fixture.model, with: content)
                        let name = "\(model.objects[object].name).\(model.objects[object].kind.fields[slot].name)"
                        #expect(throws: Never.self, "\(rule.id), '\(test.name)', \(name)") {
                            try evaluator.outcome(of: model)
                        }
                        count += 1
                    }
                }
            }
        }
        print("robustness: \(count) models with one odd value")
        #expect(count > 1000)
    }

    private static func extremes(of type: FieldType) -> [Field.Content] {
        switch type {
        case .integer: [Int64.min, -1, 0, 1_000_000, .max].map { .integer($0) }
        case .double: [-1, 0, 1e308].map { .double($0) }
        case .string: [.string(""), .string("\u{1F600} x")]
        case .list: [.list([], open: [])]
        case .object: [.absent]
        case .bool: [.bool(true), .bool(false)]
        }
    }

    /// A rule made ready once for many models.
    private struct Evaluator {
        private let rule: CompiledRule
        private let compiler: RuleCompiler

        init(_ rule: Rule) throws {
            var compiler = RuleCompiler(
                schema: .builtIn, configuration: RuleConfiguration(), context: CalculatorContext())
            let compiled = compiler.compile(rule)
            self.rule = try #require(compiled)
            self.compiler = compiler
        }

        func outcome(of model: Model) throws(RuleError) -> RuleOutcome {
            try RuleEngine.evaluate(model, [rule], compiler)
        }
    }

    private func findings(_ outcome: RuleOutcome) -> Set<String> {
        Set(outcome.findings.map { "\($0.check) \($0.location.resource ?? "") \($0.subject ?? "")" })
    }

    private func places(_ model: Model) -> [(Int, Int)] {
        model.objects.indices.flatMap { object in model.objects[object].fields.indices.map { (object, $0) } }
    }

    private func replacing(_ object: Int, _ slot: Int, in model: Model, mayBeAbsent: Bool) -> Model {
        replacing(object, slot, in: model, with: .unknown([Reason("replaced")], mayBeAbsent: mayBeAbsent))
    }

    private func replacing(_ object: Int, _ slot: Int, in model: Model, with content: Field.Content) -> Model {
        let objects = model.objects.enumerated().map { index, old in
            guard index == object else { return old }
            var fields = old.fields
            fields[slot] = Field(content, state: .explicit, origin: fields[slot].origin)
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
