import Evaluation
import Templates
import Testing

@testable import Topology

@Suite struct ScalingTests {
    private func stack(resourceID: String, policy: String = "ScalingTargetId: !Ref Range", more: String = "") -> String {
        """
        Parameters: {Open: {Type: String}}
        Resources:
          Cluster: {Type: AWS::ECS::Cluster, Properties: {ClusterName: main}}
          Jobs: {Type: AWS::SQS::Queue, Properties: {QueueName: jobs}}
          Service: {Type: AWS::ECS::Service, Properties: {ServiceName: worker, Cluster: !Ref Cluster}}
          Range:
            Type: AWS::ApplicationAutoScaling::ScalableTarget
            Properties: {ServiceNamespace: ecs, ResourceId: \(resourceID), MinCapacity: 1, MaxCapacity: 20}
          Depth:
            Type: AWS::ApplicationAutoScaling::ScalingPolicy
            Properties:
              \(policy)
              PolicyType: TargetTrackingScaling
              TargetTrackingScalingPolicyConfiguration:
                TargetValue: 3
                CustomizedMetricSpecification:
                  Namespace: AWS/SQS
                  MetricName: ApproximateNumberOfMessagesVisible
                  Dimensions: [{Name: QueueName, Value: !GetAtt Jobs.QueueName}]
        \(more)
        """
    }

    @Test(arguments: [
        ("!Sub 'service/${Cluster}/${Service.Name}'", "object"),
        ("!Join ['/', [service, !Ref Cluster, !GetAtt Service.Name]]", "object"),
        ("service/main/worker", "object"),
        ("service/main/other", "absent"),
        ("!Ref Open", "unknown?"),
    ])
    func aTargetIsFoundByItsResourceID(_ resourceID: String, _ expected: String) throws {
        let model = try model(stack(resourceID: resourceID))
        #expect(try model.field("scalableTarget", of: model.object("Service", kind: .service)).shown == expected)
    }

    @Test func policiesTargetsServicesAndQueuesAreLinked() throws {
        let model = try model(stack(resourceID: "!Sub 'service/${Cluster}/${Service.Name}'"))
        let service = try model.object("Service", kind: .service)
        #expect(try model.field("scalableTarget.maxCapacity", of: service).shown == "20")
        #expect(try model.field("maxTasks", of: service).shown == "20")
        let target = try model.object("Range", kind: .scalableTarget)
        #expect(try model.objects("policies", of: target).map(\.name) == ["Depth"])
        let policy = try model.object("Depth", kind: .scalingPolicy)
        #expect(try model.field("service.name", of: policy).shown == "Service")
        #expect(try model.field("targetTracking.customizedMetric.queue.name", of: policy).shown == "Jobs")
        #expect(try model.field("targetTracking.scaleInCooldown", of: policy).state == .defaulted)
        #expect(try model.objects("consumers", of: model.object("Jobs", kind: .queue)).map(\.name) == ["Service"])
    }

    @Test func aPolicyMayNameItsTargetByResourceID() throws {
        let model = try model(
            stack(
                resourceID: "service/main/worker",
                policy: "ResourceId: service/main/worker\n      ServiceNamespace: ecs"))
        #expect(try model.objects("policies", of: model.object("Range", kind: .scalableTarget)).count == 1)
    }

    @Test(arguments: [("blue", "object"), ("arn:aws:ecs:eu-west-1:111122223333:cluster/blue", "object"), ("green", "unknown?")])
    func servicesOfOneNameInTwoClustersAreTold(_ cluster: String, _ expected: String) throws {
        let text = stack(resourceID: "service/blue/worker").replacing("Cluster: !Ref Cluster", with: "Cluster: \(cluster)")
        #expect(try model(text).field("scalableTarget", of: model(text).object("Service", kind: .service)).shown == expected)
    }

    @Test(arguments: [
        ("{Name: !GetAtt Service.Name}", "unknown?"), ("{Id: service/main/worker}", "unknown?"), ("{Cidr: 10.0.0.0/8}", "absent"),
    ])
    func anUnreadNestedStackLeavesScalingOpenThatItIsGiven(_ parameters: String, _ expected: String) throws {
        let more =
            "  Child: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: https://x/y.yaml, Parameters: \(parameters)}}"
        let model = try model(stack(resourceID: "service/main/other", more: more))
        #expect(try model.field("scalableTarget", of: model.object("Service", kind: .service)).shown == expected)
    }
}
