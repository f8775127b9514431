import Evaluation
import Testing

@testable import Templates

@Suite("SAM applications")
struct ServerlessApplicationTests {
    @Test("a local application is a nested stack")
    func local() throws {
        let parent = """
            Transform: AWS::Serverless-2016-10-31
            Resources:
              Child:
                Type: AWS::Serverless::Application
                Properties: {Location: ./child.yaml, Parameters: {Seconds: 45}}
            Outputs:
              Arn: {Value: !GetAtt Child.Outputs.Arn}
            """
        let child = """
            Transform: AWS::Serverless-2016-10-31
            Parameters: {Seconds: {Type: Number}}
            Resources:
              Work: {Type: AWS::Serverless::Function, Properties: {Timeout: !Ref Seconds}}
            Outputs:
              Arn: {Value: !GetAtt Work.Arn}
            """
        let workload = try load([("parent.yaml", parent), ("child.yaml", child)])
        #expect(workload.stacks.map(\.name) == ["", "Child"])
        #expect(workload.types == ["Child": "AWS::CloudFormation::Stack"])
        #expect(try workload.property("Timeout", of: "Child/Work").shown == "45")
        #expect(workload.stacks[1].resources.map(\.name) == ["Child/Work", "Child/WorkRole"])
        #expect(workload.stacks[0].outputs.map(\.shown) == ["Work.Arn"])
        #expect(workload.stacks[0].open.isEmpty)
    }

    @Test("an application of the repository is not in the input, so the stack is open")
    func published() throws {
        let workload = try load(
            """
            Transform: AWS::Serverless-2016-10-31
            Resources:
              Child:
                Type: AWS::Serverless::Application
                Properties: {Location: {ApplicationId: 'arn:aws:serverlessrepo:a', SemanticVersion: 1.0.0}}
            """)
        #expect(workload.stacks[0].open.count == 1)
        #expect(workload.problems.isEmpty)
    }
}
