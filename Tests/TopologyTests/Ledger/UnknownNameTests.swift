import PropertyLedger
import Testing

@testable import Topology

/// Names that the property ledger does not have, and what follows for the model.
@Suite struct UnknownNameTests {
    private func names(_ text: String) throws -> [String] {
        try model(text).unknownNames.map { "\($0.path)\($0.path.isEmpty ? $0.name : "") -> \($0.meant ?? "?")" }
    }

    @Test func aSlipLeavesOpenWhatWasMeant() throws {
        let model = try model("Resources: {Q: {Type: AWS::SQS::Queue, Properties: {VisibilityTimout: 300}}}")
        #expect(model.unknownNames.map(\.meant) == ["VisibilityTimeout"])
        let queue = try model.object("Q", kind: .queue)
        #expect(try model.field("visibilityTimeout", of: queue).shown == "unknown?")
        #expect(try model.field("delaySeconds", of: queue).shown == "0")
        #expect(model.unread.isEmpty)
    }

    @Test func whatIsWrittenCountsBesideASlip() throws {
        let model = try model(
            "Resources: {Q: {Type: AWS::SQS::Queue, Properties: {VisibilityTimout: 300, VisibilityTimeout: 60}}}")
        #expect(try model.field("visibilityTimeout", of: model.object("Q", kind: .queue)).shown == "60")
        #expect(model.unknownNames.map(\.meant) == [nil])
    }

    @Test func aSlipBelowAConditionAndInAList() throws {
        let text = """
            Parameters: {P: {Type: String}}
            Conditions: {C: !Equals [!Ref P, a]}
            Resources:
              T:
                Type: AWS::ECS::TaskDefinition
                Properties:
                  ContainerDefinitions:
                    - !If [C, {Name: a, MemoryReservaton: 256}, {Name: b}]
                    - {Name: c, Esential: false}
            """
        #expect(
            try names(text) == [
                "ContainerDefinitions.MemoryReservaton -> MemoryReservation", "ContainerDefinitions.Esential -> Essential",
            ])
    }

    @Test func aNewNameLeavesErrorsOpen() throws {
        let model = try model("Resources: {Q: {Type: AWS::SQS::Queue, Properties: {FairnessWeight: 3}}}")
        #expect(model.unknownNames.map(\.meant) == [nil])
        #expect(
            model.unread.of(try model.object("Q", kind: .queue)) == [UnreadProperty(path: "FairnessWeight", bearing: .errors)])
        #expect(try model.field("visibilityTimeout", of: model.object("Q", kind: .queue)).shown == "30")
    }

    @Test func valuesOfEnumerations() throws {
        let text = """
            Resources:
              S:
                Type: AWS::ECS::Service
                Properties: {LaunchType: FARGAT, SchedulingStrategy: SWARM, DeploymentController: {Type: ECS}}
            """
        #expect(try names(text) == ["LaunchType -> FARGATE", "SchedulingStrategy -> ?"])
    }

    @Test func valuesThatDecide() throws {
        let model = try model("Resources: {S: {Type: AWS::ECS::Service, Properties: {LaunchType: MANAGED_INSTANCES}}}")
        let unread = model.unread.of(try model.object("S", kind: .service))
        #expect(unread.map(\.path) == ["LaunchType: MANAGED_INSTANCES"])
        #expect(unread.first?.bears(on: "ECS028", isError: false) == true && unread.first?.bearsOnCost == true)
        #expect(unread.first?.bears(on: "ECS008", isError: true) == false)
    }

    @Test func resourceTypes() throws {
        #expect(try names("Resources: {Q: {Type: 'AWS::SQS::Queu'}}") == ["AWS::SQS::Queu -> AWS::SQS::Queue"])
        for type in ["AWS::SQS2::Mailbox", "AWS::SQS::Letter", "Custom::Queu", "AWS::EC2::VPC", "Datadog::Monitors::Monitor"] {
            #expect(try names("Resources: {Q: {Type: '\(type)'}}").isEmpty, "\(type)")
        }
    }

    @Test(arguments: [
        "Fn::Transform: {Name: Mine}", "'${Name}': 1", "'{{ name }}': 1", "VisibilityTimout: !Ref AWS::NoValue",
        "RedrivePolicy: {deadLetterTargetArn: x, anything: 1}", "Tags: [{Key: a, Value: b}]",
    ])
    func whatIsNoNameOfAWSIsPassedOver(property: String) throws {
        #expect(try names("Resources: {Q: {Type: AWS::SQS::Queue, Properties: {\(property)}}}").isEmpty)
    }

    @Test func propertiesThatDecideAreNoted() throws {
        let model = try model(
            """
            Resources:
              S:
                Type: AWS::ECS::Service
                Properties:
                  PlacementConstraints: [{Type: memberOf, Expression: "attribute:a == b"}]
                  PropagateTags: SERVICE
            """)
        let unread = model.unread.of(try model.object("S", kind: .service))
        #expect(unread.map(\.path) == ["PlacementConstraints.Expression"])
        #expect(unread.first?.reason == "PlacementConstraints.Expression is not read by this version")
        #expect(model.unknownNames.isEmpty)
    }

    @Test func serverlessResourcesHaveNamesOfTheirOwn() throws {
        let text = """
            Transform: AWS::Serverless-2016-10-31
            Resources:
              F: {Type: AWS::Serverless::Function, Properties: {CodeUri: ., Handler: a.b, Runtime: python3.12, Tracing: Active, Tags: {a: b}}}
            """
        #expect(try names(text).isEmpty)
    }

    @Test func argumentsOfTerraform() throws {
        let model = try model([
            (
                "main.tf",
                """
                resource "aws_sqs_queue" "q" {
                  count                      = 1
                  visibility_timout_seconds  = 300
                  lifecycle { prevent_destroy = true }
                }
                resource "aws_ecs_task_definition" "t" {
                  container_definitions = jsonencode([{ name = "a", memoryReservaton = 256, repositoryCredentials = { credentialsParameter = "x" } }])
                }
                """
            )
        ])
        #expect(model.unknownNames.map(\.meant) == ["visibility_timeout_seconds", "MemoryReservation"])
        #expect(
            model.unread.of(try #require(model.objects(of: .taskDefinition).first)).map(\.path) == [
                "ContainerDefinitions.RepositoryCredentials"
            ])
    }

    @Test("the provider reads keys of container definitions in any case", arguments: ["entrypoint", "EntryPoint", "ENTRYPOINT"])
    func embeddedKeysInAnyCase(_ key: String) throws {
        let model = try model([
            (
                "main.tf",
                """
                resource "aws_ecs_task_definition" "t" {
                  container_definitions = jsonencode([{ name = "a", \(key) = ["run"], healthcheck = { Retries = 3 } }])
                }
                """
            )
        ])
        #expect(model.unknownNames.isEmpty)
    }
}
