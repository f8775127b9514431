import Evaluation
import Testing

@testable import Templates

@Suite("What CDK synthesises")
struct CDKOutputTests {
    private static let parent = """
        {"Resources": {
          "Jobs1A": {"Type": "AWS::SQS::Queue", "Metadata": {"aws:cdk:path": "App/Jobs/Resource"}},
          "WorkerNestedStackResource2B": {
            "Type": "AWS::CloudFormation::Stack",
            "Properties": {
              "Parameters": {"referencetoAppJobs1AArn": {"Fn::GetAtt": ["Jobs1A", "Arn"]}},
              "TemplateURL": {"Fn::Join": ["", [
                "https://s3.", {"Ref": "AWS::Region"}, ".", {"Ref": "AWS::URLSuffix"}, "/",
                {"Fn::Sub": "cdk-hnb659fds-assets-${AWS::AccountId}-${AWS::Region}"}, "/0123.json"]]}
            },
            "Metadata": {"aws:cdk:path": "App/Worker.NestedStack", "aws:asset:path": "AppWorker.nested.template.json"}
          },
          "CDKMetadata": {"Type": "AWS::CDK::Metadata", "Condition": "CDKMetadataAvailable"}
        },
        "Conditions": {"CDKMetadataAvailable": {"Fn::Or": [
          {"Fn::Equals": [{"Ref": "AWS::Region"}, "eu-west-1"]}, {"Fn::Equals": [{"Ref": "AWS::Region"}, "us-east-1"]}]}},
        "Parameters": {"BootstrapVersion": {"Type": "AWS::SSM::Parameter::Value<String>", "Default": "/cdk-bootstrap/x/version"}},
        "Rules": {"CheckBootstrapVersion": {"Assertions": [
          {"Assert": {"Fn::Not": [{"Fn::Contains": [["1"], {"Ref": "BootstrapVersion"}]}]}}]}}}
        """
    private static let worker = """
        {"Resources": {
          "Feed": {"Type": "AWS::Lambda::EventSourceMapping", "Properties": {
            "EventSourceArn": {"Ref": "referencetoAppJobs1AArn"}}, "Metadata": {"aws:cdk:path": "App/Worker/Feed/Resource"}}},
         "Parameters": {"referencetoAppJobs1AArn": {"Type": "String"}}}
        """

    private func system() throws -> Workload {
        try load([
            ("cdk.out/App.template.json", Self.parent), ("cdk.out/AppWorker.nested.template.json", Self.worker),
        ])
    }

    @Test("asset metadata leads to the nested stack, and references pass into it")
    func nestedAsset() throws {
        let workload = try system()
        #expect(workload.stacks.map(\.name) == ["", "WorkerNestedStackResource2B"])
        #expect(workload.problems.isEmpty)
        #expect(workload.stacks.flatMap(\.open).isEmpty)
        let source = try workload.property("EventSourceArn", of: "WorkerNestedStackResource2B/Feed")
        #expect(source.shown == "Jobs1A.Arn")
    }

    @Test("a place knows the construct, below its resource and in a nested stack")
    func constructPaths() throws {
        let workload = try system()
        let feed = try #require(workload.stacks[1].resources.first)
        #expect(feed.body.origin.constructPath == "App/Worker/Feed/Resource")
        #expect(feed.body.member(atPath: "Properties.EventSourceArn").origin.constructPath == "App/Worker/Feed/Resource")
        #expect(workload.resource("CDKMetadata")?.body.origin.constructPath == nil)
    }

    @Test("what is no resource has none")
    func elsewhere() throws {
        let workload = try load(
            """
            Metadata: {"aws:cdk:path": elsewhere}
            Parameters: {Seconds: {Type: Number, Default: 3}}
            Resources:
              Jobs: {Type: AWS::SQS::Queue, Properties: {VisibilityTimeout: !Ref Seconds}}
            """)
        let value = try workload.property("VisibilityTimeout", of: "Jobs")
        #expect(value.origin.constructPath == nil)
        #expect(value.steps.compactMap { $0.origin?.constructPath } == [])
    }
}
