import Evaluation
import Templates
import Testing

@testable import Topology

@Suite("Functions that event source mappings name")
struct FunctionNameTests {
    private func function(_ name: String) throws -> String? {
        let model = try model(
            """
            Parameters: {Alias: {Type: String}, Open: {Type: String}}
            Resources:
              Jobs: {Type: AWS::SQS::Queue}
              Reader: {Type: AWS::Lambda::Function, Properties: {FunctionName: reader}}
              Writer: {Type: AWS::Lambda::Function, Properties: {FunctionName: writer}}
              Live: {Type: AWS::Lambda::Alias, Properties: {FunctionName: !Ref Reader, Name: live, FunctionVersion: !GetAtt First.Version}}
              Named: {Type: AWS::Lambda::Alias, Properties: {FunctionName: reader, Name: named}}
              First: {Type: AWS::Lambda::Version, Properties: {FunctionName: !GetAtt Reader.Arn}}
              Circle: {Type: AWS::Lambda::Alias, Properties: {FunctionName: !Ref Circle}}
              Mapping: {Type: AWS::Lambda::EventSourceMapping, Properties: {EventSourceArn: !GetAtt Jobs.Arn, FunctionName: \(name)}}
            """)
        let mapping = try model.object("Mapping", kind: .eventSourceMapping)
        guard case .object(let id) = try model.field("function", of: mapping).content else { return nil }
        return model[id].name
    }

    @Test(
        "by name, ARN, alias or version",
        arguments: [
            "!Ref Reader", "!GetAtt Reader.Arn", "!Ref Live", "!Ref First", "!GetAtt Live.AliasArn", "!GetAtt First.FunctionArn",
            "!Ref Named", "reader", "'reader:live'", "'reader:$LATEST'", "!Sub '${Reader}:live'", "!Sub '${Reader}:${Alias}'",
            "!Join [':', [!GetAtt Reader.Arn, live]]", "'arn:aws:lambda:eu-west-1:123456789012:function:reader'",
            "'arn:aws:lambda:eu-west-1:123456789012:function:reader:live'", "'123456789012:function:reader'",
            "'123456789012:function:reader:7'",
            "!Sub 'arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:${Reader}:live'",
            "!Sub 'arn:aws:lambda:${AWS::Region}:${AWS::AccountId}:function:reader:${Alias}'",
        ])
    func resolved(_ name: String) throws {
        #expect(try function(name) == "Reader")
    }

    @Test("by the alias that SAM makes")
    func serverlessAlias() throws {
        let model = try model(
            """
            Transform: AWS::Serverless-2016-10-31
            Resources:
              Jobs: {Type: AWS::SQS::Queue}
              Work: {Type: AWS::Serverless::Function, Properties: {AutoPublishAlias: live}}
              Mapping: {Type: AWS::Lambda::EventSourceMapping, Properties: {EventSourceArn: !GetAtt Jobs.Arn, FunctionName: !Ref WorkAliaslive}}
            """)
        #expect(try model.objects("consumers", of: model.object("Jobs", kind: .queue)).map(\.name) == ["Work"])
    }

    @Test(
        "what names another function, or none that is known, is not taken for one",
        arguments: [
            "'other:reader'", "reader2", "'arn:aws:lambda:eu-west-1:123456789012:function:other:reader'", "!Ref Circle",
            "!Ref Open",
            "!Sub '${Open}:reader'", "''", "':'", "'function:'",
        ])
    func unresolved(_ name: String) throws {
        #expect(try function(name) == nil)
    }
}
