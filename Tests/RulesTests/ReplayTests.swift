import Foundation
import PropertyLedger
import Templates
import TestSupport
import Testing
import Topology
import YAMLBridge

@testable import Rules

/// A program that is older than a template must say less of it, never something wrong: with the ledger cut to what was there
/// the day before a property appeared, a template that uses it gets no error that the whole ledger does not give.
@Suite struct ReplayTests {
    private static func documents(_ text: String) throws -> [Document] {
        [try Document.parse(Array(text.utf8), path: "app.yaml")]
    }

    private static func model(_ text: String, ledger: PropertyLedger) throws -> Model {
        var options = LoadOptions()
        options.facts = .builtIn
        return ModelBuilder(ledger: ledger).build(Workload.load(try documents(text), options: options))
    }

    /// What is wrong for sure: errors of rules, and names that are taken for slips.
    private static func errors(_ text: String, _ rules: RuleSet, ledger: PropertyLedger) throws -> Set<String> {
        let model = try model(text, ledger: ledger)
        let findings = try RuleEngine.evaluate(model, rules: rules).findings.filter { $0.severity == .error }
        let slips = model.unknownNames.filter { $0.meant != nil }.map { "TPL008 \($0.path)" }
        return Set(findings.map { "\($0.rule) \($0.location.resource ?? "")" } + slips)
    }

    private static func dayBefore(_ day: String) -> String {
        // Days are compared as texts: anything between the day before and the day will do.
        String(day.dropLast()) + (day.hasSuffix("0") ? "/" : String(Int(String(day.suffix(1))).map { $0 - 1 } ?? 0))
    }

    /// `{A: {B: [{C: x}]}}` for a path: lists and structures read alike, so structures will do.
    private static func nested(_ path: String) -> String {
        path.split(separator: ".").reversed().reduce("x") { "{\($1): \($0)}" }
    }

    /// Each property of CloudFormation that appeared since 2023 in a type that is read, as the ledger itself dates it.
    @Test func newPropertiesAreNeverSlips() throws {
        var count = 0
        for type in PropertyLedger.tabledTypes where type.hasPrefix("AWS::") {
            let table = try #require(PropertyLedger.embedded.table(of: type))
            for row in table.rows where !row.since.isEmpty && row.form != .computed {
                count += 1
                // What stands in JSON is the author's.
                let holds = table.row(at: row.holder)?.form == .free
                let path = row.isValue ? row.holder : row.path
                let text =
                    "Resources: {R: {Type: '\(type)', Properties: \(Self.nested(path).replacing(": x}", with: ": \(row.isValue ? row.name : "x")}"))}}"
                let cut = try Self.model(text, ledger: PropertyLedger(asOf: Self.dayBefore(row.since)))
                let slips = cut.unknownNames.filter { $0.meant != nil }
                #expect(slips.isEmpty, "\(type).\(row.path) is taken for \(slips.compactMap(\.meant))")
                let isNoticed = !cut.unknownNames.isEmpty || !cut.unread.isEmpty
                if !row.isValue, !holds { #expect(isNoticed, "\(type).\(row.path) goes unnoticed") }
            }
        }
        #expect(count > 400)
    }

    private static let service = """
        Resources:
          Jobs: {Type: AWS::SQS::Queue, Properties: {RedrivePolicy: {deadLetterTargetArn: !GetAtt Dead.Arn, maxReceiveCount: 5}}}
          Dead: {Type: AWS::SQS::Queue}
          Cluster: {Type: AWS::ECS::Cluster}
          Task:
            Type: AWS::ECS::TaskDefinition
            Properties: {Cpu: 256, Memory: 512, NetworkMode: awsvpc, ContainerDefinitions: [{Name: w, Image: "a/b:1"}]}
        """

    /// What the properties were to cause errors before they were known, each with the day on which it came.
    @Test(arguments: [
        ("2025-07-30", "{Strategy: BLUE_GREEN, MinimumHealthyPercent: 100, MaximumPercent: 100}", ""),
        ("2025-10-31", "{Strategy: CANARY, CanaryConfiguration: {CanaryPercent: 5}, MaximumPercent: 100}", ""),
        ("2024-11-14", "{MinimumHealthyPercent: 50, MaximumPercent: 100}", "AvailabilityZoneRebalancing: DISABLED"),
        ("2026-09-17", "{EarlySuccessCriteria: {Enable: true}, MinimumHealthyPercent: 100, MaximumPercent: 100}", ""),
    ])
    func deployments(day: String, configuration: String, other: String) throws {
        let properties = [
            "Cluster: !Ref Cluster", "TaskDefinition: !Ref Task", "DesiredCount: 2", "DeploymentConfiguration: \(configuration)",
            other,
        ]
        let joined = properties.filter { !$0.isEmpty }.joined(separator: ", ")
        let text = Self.service + "\n  Worker: {Type: AWS::ECS::Service, Properties: {\(joined)}}\n"
        try replay(text, day: day)
    }

    @Test func managedInstances() throws {
        let text =
            Self.service + """

                  Provider:
                    Type: AWS::ECS::CapacityProvider
                    Properties: {Name: managed, ClusterName: !Ref Cluster, ManagedInstancesProvider: {InstanceLaunchTemplate: {CapacityOptionType: SPOT}}}
                  Worker:
                    Type: AWS::ECS::Service
                    Properties: {Cluster: !Ref Cluster, TaskDefinition: !Ref Task, CapacityProviderStrategy: [{CapacityProvider: !Ref Provider, Base: 1, Weight: 1}]}
                """
        for day in ["2025-09-30", "2026-01-01"] { try replay(text, day: day) }
    }

    @Test func predictiveScaling() throws {
        let text =
            Self.service + """

                  Worker: {Type: AWS::ECS::Service, Properties: {Cluster: !Ref Cluster, TaskDefinition: !Ref Task}}
                  Target:
                    Type: AWS::ApplicationAutoScaling::ScalableTarget
                    Properties: {ServiceNamespace: ecs, ScalableDimension: "ecs:service:DesiredCount", ResourceId: !Sub "service/${Cluster}/${Worker.Name}", MinCapacity: 0, MaxCapacity: 3}
                  Policy:
                    Type: AWS::ApplicationAutoScaling::ScalingPolicy
                    Properties: {PolicyName: p, PolicyType: PredictiveScaling, ScalingTargetId: !Ref Target, PredictiveScalingPolicyConfiguration: {Mode: ForecastAndScale}}
                """
        try replay(text, day: "2024-12-01")
    }

    private func replay(_ text: String, day: String) throws {
        let rules = try RuleSet.load(BuiltInRuleTests.documents(), includesBuiltIn: false, sections: .everything)
        let now = try Self.errors(text, rules, ledger: .embedded)
        let then = try Self.errors(text, rules, ledger: PropertyLedger(asOf: Self.dayBefore(day)))
        #expect(then.isSubset(of: now), "the day before \(day): \(then.subtracting(now))")
    }
}
