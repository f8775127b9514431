import Evaluation
import Testing

@testable import Templates

@Suite("What stands between the separators of references")
struct AddressPieceTests {
    @Test(
        "how a reference is built says what stands between its separators",
        arguments: [
            ("!Select [5, !Split [':', !GetAtt Other.Arn]]", "Other.QueueName"),
            ("!Select [2, !Split [':', !GetAtt Other.Arn]]", "'sqs'"),
            ("!Select [4, !Split ['/', !Ref Other]]", "Other.QueueName"),
            ("!Select [0, !Split ['/', !Ref Other]]", "'https:'"),
            ("!Select [2, !Split ['/', !Ref Service]]", "Service.Name"),
            ("!Select [1, !Split ['/', !GetAtt Cluster.Arn]]", "Cluster"),
            ("!Select [1, !Split ['/', !Select [5, !Split [':', !GetAtt Cluster.Arn]]]]", "Cluster"),
            ("!Select [5, !Split [':', !Sub 'arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:jobs']]", "'jobs'"),
            (
                "!Select [5, !Split [':', !Sub 'arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:${Other.QueueName}']]",
                "Other.QueueName"
            ),
        ])
    func pieces(expression: String, expected: String) throws {
        let more = "\n  Cluster: {Type: AWS::ECS::Cluster}\n  Service: {Type: AWS::ECS::Service}\n"
        let value = try load(template(expression) + more).property("P", of: "It")
        switch value.content {
        case .scalar(let scalar): #expect("'\(scalar.text)'" == expected)
        case .reference(let reference):
            let attribute = if case .named(let name) = reference.attribute { ".\(name)" } else { "" }
            #expect(reference.resource.logicalID + attribute == expected)
        default: Issue.record("\(value.content)")
        }
    }

    @Test(
        "a part that may hold the separator leaves the pieces open",
        arguments: [
            "!Select [1, !Split ['-', !GetAtt Other.QueueName]]", "!Select [1, !Split ['/', !Ref Given]]",
            "!Select [1, !Split ['/', !GetAtt Role.Arn]]", "!Select [5, !Split [':', !Sub 'arn:aws:sqs:${Given}:x']]",
        ])
    func open(expression: String) throws {
        let text = template(expression, sections: "Parameters: {Given: {Type: String}}\n") + "\n  Role: {Type: AWS::IAM::Role}\n"
        #expect(try load(text).property("P", of: "It").isUnknown)
    }

    @Test("regions and accounts are known for what they are")
    func places() throws {
        let workload = try load(template("!Ref 'AWS::AccountId'"))
        #expect(try workload.property("P", of: "It").deploymentPlace == .account)
        let reference = Reference(
            resource: ResourceID(stack: 0, logicalID: "data.aws_caller_identity.me"), attribute: .named("account_id"))
        let origin = try workload.property("P", of: "It").origin
        #expect(Value(.reference(reference), origin: origin).deploymentPlace == .account)
        #expect(try load(template("!Ref 'AWS::StackName'")).property("P", of: "It").deploymentPlace == nil)
    }
}
