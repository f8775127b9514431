import Testing

@testable import Topology

@Suite("Who may call functions")
struct InvocationTests {
    /// A rule, a bucket and a topic that call a function, with a permission.
    private func callers(_ permission: String) throws -> Model {
        try model(
            """
            Parameters: {Function: {Type: String}}
            Resources:
              Work: {Type: AWS::Lambda::Function, Properties: {FunctionName: work}}
              Live: {Type: AWS::Lambda::Alias, Properties: {FunctionName: !Ref Work, Name: live}}
              Daily:
                Type: AWS::Events::Rule
                Properties: {ScheduleExpression: rate(1 day), Targets: [{Id: a, Arn: !GetAtt Work.Arn}]}
              Inbox:
                Type: AWS::S3::Bucket
                Properties: {NotificationConfiguration: {LambdaConfigurations: [{Event: "s3:ObjectCreated:*", Function: !GetAtt Work.Arn}]}}
              News: {Type: AWS::SNS::Topic, Properties: {Subscription: [{Protocol: lambda, Endpoint: !GetAtt Work.Arn}]}}
              Leave: {Type: AWS::Lambda::Permission, Properties: \(permission)}
            """)
    }

    private func answers(_ model: Model) throws -> [String] {
        let target = try #require(model.objects(of: .eventTarget).first)
        let notification = try #require(
            try model.objects("notifications", of: model.object("Inbox", kind: .bucket)).first)
        let subscription = try #require(model.objects(of: .subscription).first)
        return try [target, notification, subscription].map { try model.field("mayInvoke", of: $0).shown }
    }

    @Test(
        "a rule, a bucket and a topic call by the function's permissions",
        arguments: [
            (
                "{Action: 'lambda:InvokeFunction', FunctionName: !Ref Work, Principal: events.amazonaws.com, SourceArn: !GetAtt Daily.Arn}",
                ["true", "false", "false"]
            ),
            (
                "{Action: 'lambda:*', FunctionName: !Ref Live, Principal: s3.amazonaws.com, SourceAccount: !Ref AWS::AccountId}",
                ["false", "true", "false"]
            ),
            (
                "{Action: 'lambda:InvokeFunction', FunctionName: !GetAtt Work.Arn, Principal: '*', SourceArn: 'arn:aws:sns:*:*:*'}",
                ["false", "false", "true"]
            ),
            (
                "{Action: 'lambda:InvokeFunction', FunctionName: work, Principal: events.amazonaws.com, SourceArn: 'arn:aws:events:eu-west-1:1:rule/other'}",
                ["false", "false", "false"]
            ),
            (
                "{Action: 'lambda:InvokeFunction', FunctionName: !Ref Function, Principal: events.amazonaws.com}",
                ["unknown", "unknown", "unknown"]
            ),
            (
                "{Action: 'lambda:GetFunction', FunctionName: !Ref Work, Principal: events.amazonaws.com}",
                ["false", "false", "false"]
            ),
        ])
    func permissions(_ permission: String, _ expected: [String]) throws {
        #expect(try answers(callers(permission)) == expected)
    }

    @Test("a function knows its permissions, and a graph says where one is missing")
    func graph() throws {
        let model = try callers(
            "{Action: 'lambda:InvokeFunction', FunctionName: !Ref Work, Principal: events.amazonaws.com, SourceArn: !GetAtt Daily.Arn}"
        )
        let function = try model.object("Work", kind: .function)
        let permission = try #require(try model.objects("permissions", of: function).first)
        #expect(try model.field("principal", of: permission).shown == "events.amazonaws.com")
        #expect(try model.field("sourceAccount", of: permission).shown == "absent")
        #expect(try model.field("function.timeout", of: permission).shown == "3")
    }

    @Test(
        "a schedule calls as its role",
        arguments: [("lambda:InvokeFunction", "true"), ("lambda:GetFunction", "false")])
    func schedules(_ action: String, _ expected: String) throws {
        let model = try terraformModel(
            """
            {"aws_lambda_function.work": {"function_name": "work"},
             "aws_iam_role.clock": {"name": "clock"},
             "aws_iam_role_policy.clock": {"role": "clock", "policy": {"Statement": [{"Effect": "Allow", "Action": "\(action)",
               "Resource": "arn:aws:lambda:eu-west-1:111122223333:function:work:live"}]}},
             "aws_scheduler_schedule.daily": {"name": "daily", "schedule_expression": "rate(1 day)", "target": [{
               "arn": {"$ref": "aws_lambda_function.work"}, "role_arn": {"$ref": "aws_iam_role.clock"}}]}}
            """)
        let target = try #require(model.objects(of: .eventTarget).first)
        #expect(try model.field("mayInvoke", of: target).shown == expected)
    }

    @Test("permissions in Terraform, with a qualifier and for one topic")
    func terraform() throws {
        let model = try terraformModel(
            """
            {"aws_lambda_function.work": {"function_name": "work"},
             "aws_lambda_permission.news": {"function_name": {"$ref": "aws_lambda_function.work", "attribute": "function_name"},
               "action": "lambda:InvokeFunction", "principal": "sns.amazonaws.com", "qualifier": "live",
               "source_arn": {"$ref": "aws_sns_topic.news"}, "source_account": ""},
             "aws_sns_topic.news": {"name": "news"}, "aws_sns_topic.mail": {"name": "mail"},
             "aws_sns_topic_subscription.news": {"topic_arn": {"$ref": "aws_sns_topic.news"}, "protocol": "lambda",
               "endpoint": {"$ref": "aws_lambda_function.work"}},
             "aws_sns_topic_subscription.mail": {"topic_arn": {"$ref": "aws_sns_topic.mail"}, "protocol": "lambda",
               "endpoint": {"$ref": "aws_lambda_function.work"}},
             "aws_sns_topic_subscription.far": {"topic_arn": {"$ref": "aws_sns_topic.mail"}, "protocol": "lambda",
               "endpoint": "arn:aws:lambda:eu-west-1:111122223333:function:far"},
             "aws_s3_bucket.inbox": {"bucket": "inbox"},
             "aws_s3_bucket_notification.inbox": {"bucket": "inbox",
               "lambda_function": [{"lambda_function_arn": {"$ref": "aws_lambda_function.work"}, "events": ["s3:ObjectCreated:*"]}]}}
            """)
        func answer(_ name: String) throws -> String {
            try model.field("mayInvoke", of: model.object("aws_sns_topic_subscription.\(name)", kind: .subscription)).shown
        }
        #expect(try answer("news") == "true")
        #expect(try answer("mail") == "false")
        #expect(try answer("far") == "absent")
        let notification = try #require(
            try model.objects("notifications", of: model.object("aws_s3_bucket.inbox", kind: .bucket)).first)
        #expect(try model.field("mayInvoke", of: notification).shown == "false")
        let permission = try model.object("aws_lambda_permission.news", kind: .functionPermission)
        #expect(try model.field("qualifier", of: permission).shown == "live")
    }

    @Test(
        "SAM makes the permissions of its events and connectors",
        arguments: [
            "Events: {E: {Type: Schedule, Properties: {Schedule: rate(1 day)}}}",
            "Events: {E: {Type: EventBridgeRule, Properties: {Pattern: {source: [a]}}}}",
            "Events: {E: {Type: SNS, Properties: {Topic: !Ref News}}}",
        ])
    func serverless(events: String) throws {
        let model = try model(
            """
            Transform: AWS::Serverless-2016-10-31
            Resources:
              News: {Type: AWS::SNS::Topic}
              Work: {Type: AWS::Serverless::Function, Properties: {\(events)}}
            """)
        let callers = model.objects(of: .eventTarget) + model.objects(of: .subscription)
        #expect(try callers.map { try model.field("mayInvoke", of: $0).shown } == ["true"])
    }
}
