import Evaluation
import Testing
import YAMLBridge

@testable import Templates

@Suite("Templates that other tools complete")
struct ForeignTemplateTests {
    @Test(
        "names and functions of other tools are not missing",
        arguments: [
            "Resources:\n  Q: {Type: AWS::SQS::Queue, Properties: {QueueName: '${self:service}-q'}}\n  M: {Type: AWS::Lambda::EventSourceMapping, Properties: {FunctionName: !GetAtt BillLambdaFunction.Arn}}",
            "Resources:\n  Q: {Type: AWS::SQS::Queue, DependsOn: IamRoleLambdaExecution, Properties: {VisibilityTimeout: '${file(./x.yml):t}'}}",
            "Resources:\n  Q: {Type: AWS::SQS::Queue, Properties: {QueueName: !Sub '${AWS::StackName}-${self:custom.${opt:stage, \"x\"}}'}}",
            "service: s\nresources:\n  Resources:\n    Q: {Type: AWS::SQS::Queue, DependsOn: WorkLambdaFunction}",
            "Resources:\n  N: {Type: !Rain::Module ./n.yaml}\n  Q: {Type: AWS::SQS::Queue, DependsOn: NetQueue}\n".replacing(
                "NetQueue", with: "NQueue"),
            "Resources:\n  Q: {Type: AWS::SQS::Queue, DependsOn: NKey}\nModules:\n  N: {Source: ./n.yaml}",
            "Resources:\n  N: {Type: 'A::B::C::MODULE'}\n  Q: {Type: AWS::SQS::Queue, DependsOn: NKey}\nOutputs: {K: {Value: !Ref N.Key}}",
            "Resources:\n  Q: {Type: AWS::SQS::Queue, Properties: {QueueName: !Ref '{{ sceptre_user_data.name }}'}}",
            "Resources:\n  '{{ name }}Q': {Type: AWS::SQS::Queue}\nOutputs: {K: {Value: !Ref MainQ}}",
            "# {% if queues %}\nResources:\n  Q: {Type: AWS::SQS::Queue, DependsOn: Other}",
            "Resources:\n  Q: {Type: AWS::SQS::Queue, Properties: {QueueName: !Ref \"<%= name %>\"}}",
            "Resources:\n  Q: {Type: AWS::SQS::Queue, Metadata: {A: !Rain::Embed ./x.txt}, Properties: {QueueName: !Sub '${Rain::Prefix}-q'}}",
            "Resources:\n  Q: {Type: AWS::SQS::Queue, Properties: {Tags: {Fn::Merge: [[], []]}}}",
        ])
    func completed(_ text: String) throws {
        let problems = try load(text).problems.filter { $0.code != .nestedTemplateNotFound }
        #expect(problems.map(\.message) == [])
    }

    @Test(
        "a plain template's missing names are said",
        arguments: [
            "Resources:\n  Q: {Type: AWS::SQS::Queue, DependsOn: Qq}",
            "Resources:\n  N: {Type: !Rain::Module ./n.yaml}\n  Q: {Type: AWS::SQS::Queue, DependsOn: Other}",
            "Resources:\n  Q: {Type: AWS::SQS::Queue, DependsOn: Other, Metadata: {A: 'echo ${env:-x} ${aws:username} {{.ID}} {{resolve:ssm:x}}'}}",
        ])
    func plain(_ text: String) throws {
        #expect(try load(text).problems.contains { $0.code == .unresolvedReference })
    }

    @Test("what is filled in is unknown, and the same where it is written alike")
    func values() throws {
        let workload = try load(
            """
            Resources:
              Q:
                Type: AWS::SQS::Queue
                Properties:
                  QueueName: ${self:service}-jobs
                  VisibilityTimeout: ${self:custom.timeout}
                  KmsMasterKeyId: !Sub "${AWS::Region}-${self:service}-${param:x, 'y'}-${aws:username}"
              R: {Type: AWS::SQS::Queue, Properties: {QueueName: "${self:service}-jobs"}}
            """)
        let name = try workload.property("QueueName", of: "Q")
        #expect(name.knownText == nil)
        #expect(name.isSurelyEqual(to: try workload.property("QueueName", of: "R")))
        guard case .unknown = try workload.property("VisibilityTimeout", of: "Q").content else {
            Issue.record("the timeout is known")
            return
        }
        #expect(try workload.property("KmsMasterKeyId", of: "Q").textParts.count == 7)
        #expect(workload.stacks[0].open.map(\.reason.text) == ["the Serverless Framework adds resources that are not read"])
    }
}
