import Evaluation
import Templates
import Testing

@testable import Topology

/// Systems so large that their parts are found by index, and what a stranger may write to keep the program busy.
@Suite("Many resources")
struct ManyResourcesTests {
    /// Workers that share a role which may receive from each queue by its name; each is told one queue where `isTold`.
    private func shared(queues: Int, workers: Int, isTold: Bool) -> String {
        let statements = (0..<queues).map {
            "{Effect: Allow, Action: 'sqs:ReceiveMessage', Resource: 'arn:aws:sqs:eu-west-1:1:q\($0)'}"
        }
        let role = """
            Resources:
              Role:
                Type: AWS::IAM::Role
                Properties: {Policies: [{PolicyName: p, PolicyDocument: {Statement: [\(statements.joined(separator: ","))]}}]}

            """
        let all =
            (0..<queues).map { "  Q\($0): {Type: AWS::SQS::Queue, Properties: {QueueName: q\($0)}}\n" }
            + (0..<workers).map { number in
                let environment = isTold ? ", Environment: [{Name: QUEUE_URL, Value: !Ref Q\(number)}]" : ""
                return """
                      T\(number):
                        Type: AWS::ECS::TaskDefinition
                        Properties: {TaskRoleArn: !GetAtt Role.Arn, ContainerDefinitions: [{Name: w\(environment)}]}
                      S\(number): {Type: AWS::ECS::Service, Properties: {TaskDefinition: !Ref T\(number)}}

                    """
            }
        return role + all.joined()
    }

    @Test func workersThatShareARoleTakeTheQueueThatTheyAreTold() throws {
        let model = try model(shared(queues: 40, workers: 30, isTold: true))
        for number in [0, 17, 29] {
            let queue = try model.object("Q\(number)", kind: .queue)
            #expect(try model.objects("consumers", of: queue).map(\.name) == ["S\(number)"])
            let access = try model.objects("queueAccess", of: model.object("S\(number)", kind: .service))
            // Nobody is told the last ten queues, which the role speaks of.
            #expect(access.map(\.name).sorted() == (["Q\(number)"] + (30..<40).map { "Q\($0)" }).sorted())
            for one in access { #expect(try model.field("mayReceive", of: one).shown == "true") }
        }
    }

    @Test func aProductOfWorkersAndQueuesThatIsTooLargeIsLeftOpen() throws {
        let model = try model(shared(queues: 200, workers: 160, isTold: false))
        let queue = try model.object("Q199", kind: .queue)
        #expect(try model.field("consumers", of: queue).shown.hasSuffix("+)"))
        #expect(model.ids(of: .consumer).count <= 30_000)
    }

    @Test func aKeyIsFoundByItsAliasWithAndWithoutARN() throws {
        let keys = (0..<40).map { number in
            """
              K\(number): {Type: AWS::KMS::Key, Properties: {}}
              A\(number): {Type: AWS::KMS::Alias, Properties: {AliasName: alias/k\(number), TargetKeyId: !Ref K\(number)}}
              Plain\(number): {Type: AWS::SQS::Queue, Properties: {KmsMasterKeyId: alias/k\(number)}}
              Full\(number): {Type: AWS::SQS::Queue, Properties: {KmsMasterKeyId: !Sub 'arn:aws:kms:${AWS::Region}:1:alias/k\(number)'}}

            """
        }
        let model = try model("Resources:\n" + keys.joined())
        for name in ["Plain7", "Full7"] {
            guard case .object(let key) = try model.field("key", of: model.object(name, kind: .queue)).content else {
                Issue.record("\(name) has no key")
                continue
            }
            #expect(model[key].name == "K7")
        }
    }
}
