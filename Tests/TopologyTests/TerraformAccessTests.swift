import Testing

@testable import Topology

/// Policies, keys and notifications as Terraform writes them.
@Suite("Access in Terraform")
struct TerraformAccessTests {
    @Test("Queue policies as JSON text, as blocks of their own and in the queue")
    func queuePolicies() throws {
        let model = try terraformModel(
            """
            {
              "aws_sqs_queue.open": {"name": "open"},
              "aws_sqs_queue_policy.open": {"queue_url": {"$ref": "aws_sqs_queue.open", "attribute": "id"},
                "policy": "{\\"Statement\\": [{\\"Effect\\": \\"Allow\\", \\"Principal\\": \\"*\\", \\"Action\\": \\"sqs:SendMessage\\", \\"Resource\\": \\"*\\"}]}"},
              "aws_sqs_queue.own": {"name": "own", "policy": {"Statement": [{"Effect": "Deny", "Principal": "*", "Action": "sqs:*",
                "Resource": "*", "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}},
              "aws_sqs_queue.later": {"name": "later"},
              "aws_sqs_queue_policy.later": {"queue_url": {"$ref": "aws_sqs_queue.later", "attribute": "id"}, "policy": {"$unknown": []}}
            }
            """)
        let open = try model.objects("policyStatements", of: model.object("aws_sqs_queue.open", kind: .queue))
        #expect(try open.map { try model.field("isPublic", of: $0).shown } == ["true"])
        #expect(
            try model.field("deniesPlainTransport", of: model.object("aws_sqs_queue.own", kind: .queue)).shown == "true")
        #expect(
            try model.field("policyStatements", of: model.object("aws_sqs_queue.later", kind: .queue)).shown == "list(0+)")
        #expect(
            try model.field("deniesPlainTransport", of: model.object("aws_sqs_queue.later", kind: .queue)).shown
                == "unknown")
    }

    @Test(
        "What a data source finds may be a queue of the input",
        arguments: ["data.aws_sqs_queue.q", "module.m.data.aws_sqs_queue.q"])
    func dataSources(address: String) throws {
        let model = try terraformModel(
            #"""
            {"aws_sqs_queue.jobs": {"name": "jobs"},
             "aws_iam_role.r": {"name": "r", "inline_policy": [{"name": "p", "policy": {"Statement": [{"Effect": "Allow",
               "Action": "sqs:ReceiveMessage", "Resource": {"$ref": "\#(address)"}}]}}]},
             "aws_ecs_task_definition.t": {"family": "t", "task_role_arn": {"$ref": "aws_iam_role.r"}, "container_definitions":
               [{"name": "w", "environment": [{"name": "QUEUE_URL", "value": {"$ref": "aws_sqs_queue.jobs", "attribute": "url"}}]}]},
             "aws_ecs_service.s": {"task_definition": {"$ref": "aws_ecs_task_definition.t"}}}
            """#)
        let access = try #require(try model.objects("queueAccess", of: model.object("aws_ecs_service.s", kind: .service)).first)
        #expect(try model.field("mayReceive", of: access).shown == "unknown")
    }

    @Test("A bucket's notifications stand in a resource of their own")
    func notifications() throws {
        let model = try terraformModel(
            """
            {
              "aws_sqs_queue.jobs": {"name": "jobs"},
              "aws_s3_bucket.inbox": {"bucket": "inbox"},
              "aws_s3_bucket_notification.inbox": {"bucket": "inbox", "eventbridge": true,
                "queue": [{"queue_arn": {"$ref": "aws_sqs_queue.jobs"}, "events": ["s3:ObjectCreated:*"]}]}
            }
            """)
        let producers = try model.objects("producers", of: model.object("aws_sqs_queue.jobs", kind: .queue))
        #expect(try producers.map { try model.field("maySend", of: $0).shown } == ["false"])
        #expect(try model.field("isEventBridgeOn", of: model.object("aws_s3_bucket.inbox", kind: .bucket)).shown == "true")
    }

    @Test(
        "Region and account count where the queue's own ARN is known",
        arguments: [
            ("arn:aws:sqs:eu-west-1:111122223333:jobs", "111122223333", "true", "true"),
            ("arn:aws:sqs:*:*:jobs", "111122223333", "true", "true"),
            ("arn:aws:sqs:us-east-1:111122223333:jobs", "111122223333", "false", "true"),
            ("arn:aws:sqs:eu-west-1:999999999999:jobs", "999999999999", "false", "false"),
        ])
    func regions(_ resource: String, _ account: String, _ receives: String, _ sends: String) throws {
        let queue = #""arn": "arn:aws:sqs:eu-west-1:111122223333:jobs", "#
        func model(_ queue: String) throws -> Model {
            try terraformModel(
                """
                {
                  "aws_sqs_queue.jobs": {\(queue)"name": "jobs"},
                  "aws_sqs_queue_policy.jobs": {"queue_url": {"$ref": "aws_sqs_queue.jobs", "attribute": "url"}, "policy": "{\\"Statement\\": [{\\"Effect\\": \\"Allow\\", \\"Principal\\": {\\"Service\\": \\"s3.amazonaws.com\\"}, \\"Action\\": \\"sqs:SendMessage\\", \\"Resource\\": \\"*\\", \\"Condition\\": {\\"StringEquals\\": {\\"aws:SourceAccount\\": \\"\(account)\\"}}}]}"},
                  "aws_s3_bucket.inbox": {"bucket": "inbox"},
                  "aws_s3_bucket_notification.inbox": {"bucket": "inbox", "queue": [{"queue_arn": {"$ref": "aws_sqs_queue.jobs"}}]},
                  "aws_iam_role.task": {"name": "task"},
                  "aws_iam_role_policy.task": {"role": {"$ref": "aws_iam_role.task", "attribute": "name"}, "policy": "{\\"Statement\\": [{\\"Effect\\": \\"Allow\\", \\"Action\\": \\"sqs:*\\", \\"Resource\\": \\"\(resource)\\"}]}"},
                  "aws_ecs_task_definition.t": {"family": "t", "task_role_arn": {"$ref": "aws_iam_role.task", "attribute": "arn"}, "container_definitions": "[{\\"name\\": \\"w\\", \\"environment\\": [{\\"name\\": \\"QUEUE_NAME\\", \\"value\\": \\"jobs\\"}]}]"},
                  "aws_ecs_service.w": {"name": "w", "task_definition": {"$ref": "aws_ecs_task_definition.t", "attribute": "arn"}}
                }
                """)
        }
        let known = try model(queue)
        let access = try #require(try known.objects("queueAccess", of: known.object("aws_ecs_service.w", kind: .service)).first)
        #expect(try known.field("mayReceive", of: access).shown == receives)
        let bucket = try known.objects("producers", of: known.object("aws_sqs_queue.jobs", kind: .queue)).first {
            try known.field("kind", of: $0).shown == "bucket"
        }
        #expect(try known.field("maySend", of: try #require(bucket)).shown == sends)
        // Nobody knows where the queue will stand: a name is enough.
        let open = try model("")
        let other = try #require(try open.objects("queueAccess", of: open.object("aws_ecs_service.w", kind: .service)).first)
        #expect(try open.field("mayReceive", of: other).shown == "true")
    }

    @Test("A service's ignored changes: plans do not tell them")
    func ignored() throws {
        let model = try terraformModel(#"{"aws_ecs_service.w": {"name": "w", "desired_count": 2}}"#)
        #expect(
            try model.field("isDesiredCountIgnored", of: model.object("aws_ecs_service.w", kind: .service)).shown
                == "unknown")
        let told = try terraformModel(
            #"{"aws_ecs_service.w": {"name": "w", "lifecycle": {"ignore_changes": ["desired_count"]}}}"#)
        #expect(
            try told.field("isDesiredCountIgnored", of: told.object("aws_ecs_service.w", kind: .service)).shown == "true")
    }
}
