import Evaluation
import Templates
import Testing

@testable import Topology

@Suite("Scalable targets and the clusters of their services")
struct ServiceClusterTests {
    @Test(
        "resource ids",
        arguments: [
            // value, names a service, the service linked, the service in another cluster
            ("service/main/worker", "true", "Worker", nil), ("service/other/worker", "true", nil, "Worker"),
            ("!Sub 'service/${Main}/worker'", "true", "Worker", nil),
            ("!Sub 'service/${Main}/${Worker.Name}'", "true", "Worker", nil),
            ("!Sub 'service/${Second}/${Worker.Name}'", "true", nil, "Worker"),
            ("!Sub 'service/${Main}/${Worker}'", "false", nil, nil),
            ("!Sub 'service/${Main.Arn}/${Worker.Name}'", "false", nil, nil), ("service:main/worker", "false", nil, nil),
            ("main/worker", "false", nil, nil), ("!Ref Worker", "false", nil, nil), ("service/main/else", "true", nil, nil),
            ("!Sub 'service/${Any}/worker'", "true", "Worker", nil), ("service//worker", "false", nil, nil),
            ("service/default/alone", "true", "Alone", nil), ("service/main/alone", "true", nil, "Alone"),
        ])
    func resourceIDs(value: String, names: String, linked: String?, misplaced: String?) throws {
        let model = try model(
            """
            Parameters: {Any: {Type: String}}
            Resources:
              Main: {Type: AWS::ECS::Cluster, Properties: {ClusterName: main}}
              Second: {Type: AWS::ECS::Cluster}
              Worker: {Type: AWS::ECS::Service, Properties: {ServiceName: worker, Cluster: !Ref Main}}
              Alone: {Type: AWS::ECS::Service, Properties: {ServiceName: alone}}
              T: {Type: AWS::ApplicationAutoScaling::ScalableTarget, Properties: {ServiceNamespace: ecs, ResourceId: \(value)}}
            """)
        let target = try model.object("T", kind: .scalableTarget)
        func name(_ field: FieldKey) throws -> String? {
            guard case .object(let id) = try #require(target.field(field)).content else { return nil }
            return model[id].name
        }
        #expect(target.field(.namesService)?.shown == names)
        #expect(try name(.service) == linked)
        #expect(try name(.misplacedService) == misplaced)
    }

    @Test("ClusterName tells two services of one name apart")
    func dimensions() throws {
        let model = try model(
            """
            Resources:
              Worker: {Type: AWS::ECS::Service, Properties: {ServiceName: worker, Cluster: main}}
              A: {Type: AWS::CloudWatch::Alarm, Properties: {Namespace: AWS/ECS, Dimensions: [{Name: ClusterName, Value: main}, {Name: ServiceName, Value: worker}]}}
              B: {Type: AWS::CloudWatch::Alarm, Properties: {Namespace: AWS/ECS, Dimensions: [{Name: ClusterName, Value: other}, {Name: ServiceName, Value: worker}]}}
            """)
        for (alarm, isLinked) in [("A", true), ("B", false)] {
            let field = try model.field("service", of: model.object(alarm, kind: .alarm))
            if case .object = field.content { #expect(isLinked) } else { #expect(!isLinked) }
        }
    }
}
