import Evaluation
import Templates
import Testing

@testable import Topology

@Suite("Templates that name each other's resources")
struct SeparateTemplateTests {
    private static let queue = "Resources: {Jobs: {Type: AWS::SQS::Queue, Properties: {QueueName: jobs}}}"

    private func worker(_ environment: String, taskRole: String = "", more: String = "") -> String {
        """
        Parameters: {Open: {Type: String}}
        Resources:
          Task:
            Type: AWS::ECS::TaskDefinition
            Properties:
              Family: work
              \(taskRole)
              ContainerDefinitions: [{Name: w, Environment: [\(environment)]}]
          Service: {Type: AWS::ECS::Service, Properties: {ServiceName: work, Cluster: main, TaskDefinition: !Ref Task}}
        \(more)
        """
    }

    private func consumers(_ worker: String, queues: [String] = [queue]) throws -> [String] {
        let files = queues.enumerated().map { (path: "q\($0).yaml", text: $1) } + [(path: "worker.yaml", text: worker)]
        let model = try model(files)
        return try model.objects("consumers", of: try #require(model.objects(of: .queue).first)).map(\.name)
    }

    @Test(
        "a queue is named by URL, ARN or name",
        arguments: [
            "{Name: URL, Value: !Sub 'https://sqs.${AWS::Region}.amazonaws.com/${AWS::AccountId}/jobs'}",
            "{Name: URL, Value: !Sub 'https://sqs.${AWS::Region}.${AWS::URLSuffix}/${AWS::AccountId}/jobs'}",
            "{Name: URL, Value: 'https://eu-west-1.queue.amazonaws.com/111122223333/jobs'}",
            "{Name: ARN, Value: !Sub 'arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:jobs'}",
            "{Name: ARN, Value: 'arn:aws:sqs:eu-west-1:111122223333:jobs'}", "{Name: QUEUE_NAME, Value: jobs}",
        ])
    func named(_ environment: String) throws {
        #expect(try consumers(worker(environment)) == ["Service"])
    }

    @Test(
        "what is another service's, another name or not wholly known is not a link",
        arguments: [
            "{Name: TABLE, Value: !Sub 'arn:aws:dynamodb:${AWS::Region}:${AWS::AccountId}:table/jobs'}",
            "{Name: URL, Value: !Sub 'https://sqs.${AWS::Region}.amazonaws.com/${AWS::AccountId}/jobs-eu'}",
            "{Name: URL, Value: !Sub 'https://sqs.${AWS::Region}.amazonaws.com/${AWS::AccountId}/${Open}-jobs'}",
            "{Name: URL, Value: 'https://api.example.com/v1/jobs'}", "{Name: LOG_LEVEL, Value: jobs}",
        ])
    func unnamed(_ environment: String) throws {
        #expect(try consumers(worker(environment)) == [])
    }

    @Test("a name that several templates give means none of them")
    func ambiguous() throws {
        #expect(try consumers(worker("{Name: QUEUE_NAME, Value: jobs}"), queues: [Self.queue, Self.queue]) == [])
    }

    @Test("a role of its own names the queue by its ARN alone")
    func granted() throws {
        let role = """
              Role:
                Type: AWS::IAM::Role
                Properties:
                  RoleName: work
                  Policies: [{PolicyName: p, PolicyDocument: {Statement: [{Effect: Allow, Action: 'sqs:ReceiveMessage', Resource: 'arn:aws:sqs:*:*:jobs'}]}}]
            """
        #expect(try consumers(worker("", taskRole: "TaskRoleArn: !GetAtt Role.Arn", more: role)) == ["Service"])
        let named = worker("", taskRole: "TaskRoleArn: !Sub 'arn:aws:iam::${AWS::AccountId}:role/work'")
        #expect(try consumers(named, queues: [Self.queue, "Resources:\n" + role]) == ["Service"])
    }

    @Test(
        "scaling names cluster and service",
        arguments: [("service/main/work", true), ("service/other/work", false), ("service/main/works", false)])
    func scaling(resourceID: String, isMeant: Bool) throws {
        let target = """
            Resources:
              Target:
                Type: AWS::ApplicationAutoScaling::ScalableTarget
                Properties: {ServiceNamespace: ecs, ResourceId: \(resourceID), ScalableDimension: 'ecs:service:DesiredCount', MaxCapacity: 3}
            """
        let model = try model([("a.yaml", target), ("b.yaml", worker(""))])
        let service = try model.object("Service", kind: .service)
        #expect(try model.field("scalableTarget", of: service).shown == (isMeant ? "object" : "absent"))
    }

    @Test(
        "a task definition is named by family and revision",
        arguments: [
            ("work", true), ("'work:7'", true),
            ("!Sub 'arn:aws:ecs:${AWS::Region}:${AWS::AccountId}:task-definition/work:7'", true),
            ("'arn:aws:ecs:eu-west-1:111122223333:task-definition/work'", true), ("'worker:7'", false),
        ])
    func families(name: String, isMeant: Bool) throws {
        let service = "Resources: {Night: {Type: AWS::ECS::Service, Properties: {TaskDefinition: \(name)}}}"
        let model = try model([("a.yaml", service), ("b.yaml", worker(""))])
        let definition = try model.field("taskDefinition", of: model.object("Night", kind: .service))
        #expect(definition.shown == (isMeant ? "object" : "unknown"))
    }

    @Test("regions and accounts that contradict each other are not linked")
    func contradictions() throws {
        func isMeant(_ region: String?, _ text: String, arn: String? = nil) throws -> Bool {
            let origin = try model(Self.queue).object("Jobs", kind: .queue).origin
            func stack(_ index: Int, _ resource: Resource, _ region: String?) -> Stack {
                Stack(
                    kind: .terraformConfiguration, document: origin.document, name: "", root: index, resources: [resource],
                    resourceCount: 1, open: [], problems: [], exports: [], outputs: [], region: region)
            }
            func resource(_ stack: Int, _ type: String, _ members: [(String, String)]) -> Resource {
                let values = members.map { Value.Member(key: $0.0, value: Value(.scalar(.init($0.1)), origin: origin)) }
                return Resource(
                    id: ResourceID(stack: stack, logicalID: "\(type).x"), name: "\(type).x", type: type, existence: .always,
                    body: Value(.map(values), origin: origin))
            }
            let queue = resource(0, "aws_sqs_queue", [("name", "jobs")] + (arn.map { [("arn", $0)] } ?? []))
            let mapping = resource(
                1, "aws_lambda_event_source_mapping", [("event_source_arn", text), ("function_name", "f")])
            let workload = Workload(
                stacks: [stack(0, queue, region), stack(1, mapping, nil)], unrecognised: [])
            let model = ModelBuilder().build(workload)
            return try !model.objects("consumers", of: model.object("aws_sqs_queue.x", kind: .queue)).isEmpty
        }
        #expect(try isMeant(nil, "arn:aws:sqs:eu-west-1:111122223333:jobs"))
        #expect(try isMeant("eu-west-1", "arn:aws:sqs:eu-west-1:111122223333:jobs"))
        #expect(try !isMeant("eu-west-1", "arn:aws:sqs:us-east-1:111122223333:jobs"))
        let own = "arn:aws:sqs:eu-west-1:111122223333:jobs"
        #expect(try !isMeant(nil, "arn:aws:sqs:eu-west-1:444455556666:jobs", arn: own))
        #expect(try isMeant(nil, own, arn: own))
    }

    @Test("a policy of another template that imports the queue stands on it")
    func imported() throws {
        let queue = """
            Resources: {Jobs: {Type: AWS::SQS::Queue}}
            Outputs: {Url: {Value: !Ref Jobs, Export: {Name: jobs-url}}}
            """
        let policy = """
            Parameters: {Open: {Type: String}}
            Resources:
              Access:
                Type: AWS::SQS::QueuePolicy
                Properties: {Queues: [NAME], PolicyDocument: {Statement: [{Effect: Allow, Principal: {Service: sns.amazonaws.com}, Action: 'sqs:SendMessage', Resource: '*'}]}}
            """
        func statements(_ name: String) throws -> String {
            let policy = policy.replacing("NAME", with: name)
            let model = try model([("p.yaml", policy), ("q.yaml", queue)])
            return try model.field("policyStatements", of: model.object("Jobs", kind: .queue)).shown
        }
        #expect(try statements("!ImportValue jobs-url") == "list(1)")
        #expect(try statements("!ImportValue mails-url") == "list(0)")
        // Which one is meant is not known, so it may be this one.
        #expect(try statements("{'Fn::ImportValue': !Sub '${Open}-url'}") == "list(0+)")
    }
}
