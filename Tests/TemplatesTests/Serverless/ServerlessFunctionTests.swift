import Evaluation
import Testing

@testable import Templates

@Suite("SAM functions")
struct ServerlessFunctionTests {
    private func serverless(_ text: String) throws -> Workload {
        try load("Transform: AWS::Serverless-2016-10-31\n" + text)
    }

    @Test("becomes a Lambda function with the role that SAM makes")
    func function() throws {
        let workload = try serverless(
            """
            Resources:
              Dead: {Type: AWS::SQS::Queue}
              Work:
                Type: AWS::Serverless::Function
                Properties:
                  Timeout: 40
                  DeadLetterQueue: {Type: SQS, TargetArn: !GetAtt Dead.Arn}
            Outputs:
              Function: {Value: !GetAtt Work.Arn}
              Role: {Value: !GetAtt WorkRole.Arn}
            """)
        #expect(
            workload.types == ["Dead": "AWS::SQS::Queue", "Work": "AWS::Lambda::Function", "WorkRole": "AWS::IAM::Role"])
        #expect(try workload.property("Timeout", of: "Work").shown == "40")
        #expect(try workload.property("DeadLetterConfig", of: "Work").shown == "{TargetArn: Dead.Arn}")
        #expect(try workload.property("Role", of: "Work").shown == "WorkRole.Arn")
        #expect(try workload.property("Policies", of: "WorkRole").shown.contains("Action: [sqs:SendMessage]"))
        #expect(workload.problems.isEmpty)
        #expect(workload.stacks[0].open.isEmpty)
        #expect(workload.stacks[0].resourceCount == 2)
        #expect(workload.stacks[0].outputs.map(\.shown) == ["Work.Arn", "WorkRole.Arn"])
    }

    @Test("other macros leave the stack open, and SAM's resources are expanded all the same")
    func otherMacros() throws {
        let workload = try load(
            """
            Transform: [AWS::Serverless-2016-10-31, Company::Macro]
            Resources:
              Work: {Type: AWS::Serverless::Function}
            """)
        #expect(workload.stacks[0].open.map(\.reason.text) == ["the transform Company::Macro adds resources that are not read"])
        #expect(workload.types["Work"] == "AWS::Lambda::Function")
    }

    @Test("what is neither made by SAM nor in the template is still reported")
    func unresolved() throws {
        let workload = try serverless(
            """
            Resources:
              Work:
                Type: AWS::Serverless::Function
                Properties:
                  AutoPublishAlias: live
                  Environment: {Variables: {A: !Ref Work.Version, B: !Ref WorkAliaslive, C: !Ref Wrok, D: !Ref WorkRol}}
            """)
        #expect(
            workload.problems.map(\.message) == [
                "there is no parameter or resource 'Wrok'", "there is no parameter or resource 'WorkRol'",
            ])
    }

    // MARK: - Globals

    @Test("Globals are merged: maps by member, lists one behind the other, the function's own wins")
    func globals() throws {
        let workload = try serverless(
            """
            Globals:
              Function:
                Timeout: 50
                MemorySize: 256
                Layers: [a]
                Environment: {Variables: {A: global, B: global}}
            Resources:
              Own:
                Type: AWS::Serverless::Function
                Properties: {MemorySize: 512, Layers: [b], Environment: {Variables: {B: own, C: own}}}
              None: {Type: AWS::Serverless::Function}
              Without:
                Type: AWS::Serverless::Function
                IgnoreGlobals: [Timeout]
                Properties: {Handler: x}
              Apart:
                Type: AWS::Serverless::Function
                IgnoreGlobals: '*'
                Properties: {Handler: x}
            """)
        #expect(try workload.property("Timeout", of: "Own").shown == "50")
        #expect(try workload.property("MemorySize", of: "Own").shown == "512")
        #expect(try workload.property("Layers", of: "Own").shown == "[a, b]")
        #expect(try workload.property("Environment", of: "Own").shown == "{Variables: {A: global, B: own, C: own}}")
        #expect(try workload.property("Timeout", of: "None").shown == "50")
        #expect(try workload.property("Timeout", of: "Without").shown == "-")
        #expect(try workload.property("MemorySize", of: "Without").shown == "256")
        #expect(try workload.property("MemorySize", of: "Apart").shown == "-")
    }

    @Test("a function of the template language is not merged but taken whole")
    func computedGlobals() throws {
        let workload = try serverless(
            """
            Parameters: {Stage: {Type: String}}
            Conditions: {IsProd: !Equals [!Ref Stage, prod]}
            Globals:
              Function:
                Environment: {Variables: {A: global}}
            Resources:
              Own:
                Type: AWS::Serverless::Function
                Properties:
                  Environment: !If [IsProd, {Variables: {B: own}}, !Ref AWS::NoValue]
            """)
        #expect(try workload.property("Environment", of: "Own").shown == "if(IsProd; {Variables: {B: own}}; -)")
    }

    @Test("a property of Globals stands there and belongs to the function")
    func globalOrigin() throws {
        let workload = try serverless(
            """
            Globals:
              Function:
                Timeout: 50
            Resources:
              Work: {Type: AWS::Serverless::Function}
            """)
        let origin = try workload.property("Timeout", of: "Work").origin
        #expect(origin.span.start.line == 4)
        #expect(origin.path == "Globals.Function.Timeout")
        #expect(origin.resource == "Work")
    }

    // MARK: - Roles

    @Test("a function with a role of its own gets none")
    func ownRole() throws {
        let workload = try serverless(
            """
            Parameters: {Stage: {Type: String}}
            Conditions: {IsProd: !Equals [!Ref Stage, prod]}
            Resources:
              Mine: {Type: AWS::IAM::Role}
              Own:
                Type: AWS::Serverless::Function
                Properties: {Role: !GetAtt Mine.Arn, Policies: [AmazonSQSFullAccess]}
              Half:
                Type: AWS::Serverless::Function
                Properties: {Role: !If [IsProd, !GetAtt Mine.Arn, !Ref AWS::NoValue]}
            """)
        #expect(workload.types["OwnRole"] == nil)
        #expect(try workload.property("Role", of: "Own").shown == "Mine.Arn")
        #expect(try workload.property("Role", of: "Half").shown == "if(IsProd; Mine.Arn; HalfRole.Arn)")
        let made = try #require(workload.resource("HalfRole"))
        let question = try #require(made.existence.undecidedAtom(in: .open))
        #expect(made.existence.holds(in: World.open.assuming(question, true)) == false)
        #expect(made.existence.holds(in: World.open.assuming(question, false)) == true)
    }

    @Test("policies: names, ARNs, documents and templates")
    func policies() throws {
        let workload = try serverless(
            """
            Resources:
              Jobs: {Type: AWS::SQS::Queue}
              Work:
                Type: AWS::Serverless::Function
                Properties:
                  Policies:
                    - AmazonSQSFullAccess
                    - arn:aws:iam::123456789012:policy/mine
                    - Statement: [{Effect: Allow, Action: sqs:PurgeQueue, Resource: '*'}]
                    - SQSPollerPolicy: {QueueName: !GetAtt Jobs.QueueName}
                    - SQSSendMessagePolicy: {QueueName: jobs}
                    - S3ReadPolicy: {BucketName: b}
                    - SNSPublishMessagePolicy: {TopicName: news}
                    - SNSCrudPolicy: {TopicName: own}
                    - CloudWatchPutMetricPolicy: {}
            """)
        let managed = try workload.property("ManagedPolicyArns", of: "WorkRole").shown
        #expect(managed.contains("policy/AmazonSQSFullAccess"))
        #expect(managed.contains("arn:aws:iam::123456789012:policy/mine"))
        let inline = try workload.property("Policies", of: "WorkRole").shown
        #expect(inline.contains("{Statement: [{Action: sqs:PurgeQueue, Effect: Allow, Resource: *}]}"))
        #expect(inline.contains("sqs:ReceiveMessage"))
        #expect(inline.contains("Resource: arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:${Jobs.QueueName}"))
        #expect(inline.contains("Action: [sqs:SendMessage*], Effect: Allow"))
        #expect(!inline.contains("b}"))
        #expect(inline.contains("Resource: arn:${AWS::Partition}:sns:${AWS::Region}:${AWS::AccountId}:news"))
        #expect(inline.contains("Resource: arn:${AWS::Partition}:sns:${AWS::Region}:${AWS::AccountId}:own*"))
        #expect(inline.contains("Action: [cloudwatch:PutMetricData], Effect: Allow, Resource: *"))
    }

    @Test("policies that are not known leave the role's policies open")
    func unknownPolicies() throws {
        let workload = try serverless(
            """
            Parameters: {Names: {Type: CommaDelimitedList}}
            Resources:
              Work: {Type: AWS::Serverless::Function, Properties: {Policies: !Ref Names}}
            """)
        #expect(try workload.property("ManagedPolicyArns", of: "WorkRole").shown.hasSuffix("Names]"))
    }

    // MARK: - Asynchronous invocations

    @Test("destinations are named, or made by SAM")
    func destinations() throws {
        let workload = try serverless(
            """
            Resources:
              Dead: {Type: AWS::SQS::Queue}
              Work:
                Type: AWS::Serverless::Function
                Properties:
                  EventInvokeConfig:
                    DestinationConfig:
                      OnSuccess: {Type: SQS}
                      OnFailure: {Type: SQS, Destination: !GetAtt Dead.Arn}
            Outputs:
              Made: {Value: !GetAtt Work.DestinationQueue.Arn}
            """)
        #expect(
            try workload.property("DestinationConfig", of: "WorkEventInvokeConfig").shown
                == "{OnFailure: {Destination: Dead.Arn}, OnSuccess: {Destination: WorkEventInvokeConfigOnSuccessQueue.Arn}}")
        #expect(workload.types["WorkEventInvokeConfigOnSuccessQueue"] == "AWS::SQS::Queue")
        #expect(workload.types["WorkEventInvokeConfigOnFailureQueue"] == nil)
        #expect(workload.resource("WorkEventInvokeConfig")?.body.origin.path == "Properties.EventInvokeConfig")
    }
}
