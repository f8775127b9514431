import Evaluation
import Templates
import Testing

@testable import Topology

@Suite("Terraform resources in another's place")
struct StandInTests {
    @Test(
        "an attribute that is another resource's means that resource",
        arguments: [
            (#"{"$ref": "aws_ecs_cluster_capacity_providers.main", "attribute": "cluster_name"}"#, "object"),
            (#"{"$ref": "aws_ecs_cluster_capacity_providers.main", "attribute": "id"}"#, "object"),
            (#"{"$ref": "aws_ecs_cluster_capacity_providers.named", "attribute": "id"}"#, "object"),
            (#"{"$ref": "aws_ecs_cluster_capacity_providers.main", "attribute": "other"}"#, "unknown"),
        ])
    func clusters(_ cluster: String, _ expected: String) throws {
        let model = try terraformModel(
            """
            {"aws_ecs_cluster.main": {"name": "main"},
             "aws_ecs_cluster_capacity_providers.main": {"cluster_name": {"$ref": "aws_ecs_cluster.main", "attribute": "name"}},
             "aws_ecs_cluster_capacity_providers.named": {"cluster_name": "main"},
             "aws_ecs_service.worker": {"name": "worker", "cluster": \(cluster)}}
            """)
        #expect(try model.field("cluster", of: model.object("aws_ecs_service.worker", kind: .service)).shown == expected)
    }

    @Test("resources that stand for each other lead nowhere")
    func circle() throws {
        let model = try terraformModel(
            """
            {"aws_sns_topic_policy.a": {"arn": {"$ref": "aws_sns_topic_policy.b"}},
             "aws_sns_topic_policy.b": {"arn": {"$ref": "aws_sns_topic_policy.a"}},
             "aws_sns_topic.t": {"name": "t"},
             "aws_sns_topic_subscription.s": {"topic_arn": {"$ref": "aws_sns_topic_policy.a"}, "protocol": "email"}}
            """)
        let subscription = try model.object("aws_sns_topic_subscription.s", kind: .subscription)
        #expect(try model.field("topic", of: subscription).shown == "unknown")
    }

    @Test("a secret by its version, and what its own policy lets a role do")
    func secrets() throws {
        let model = try terraformModel(
            #"""
            {"aws_secretsmanager_secret.db": {"name": "db"},
             "aws_secretsmanager_secret_version.db": {"secret_id": {"$ref": "aws_secretsmanager_secret.db", "attribute": "id"}},
             "aws_secretsmanager_secret_policy.db": {"secret_arn": {"$ref": "aws_secretsmanager_secret.db"},
               "policy": {"Statement": [{"Effect": "Allow", "Principal": {"AWS": {"$ref": "aws_iam_role.agent"}},
                 "Action": "secretsmanager:GetSecretValue", "Resource": "*"}]}},
             "aws_iam_role.agent": {"name": "agent"}, "aws_iam_role.blind": {"name": "blind"},
             "aws_ecs_task_definition.a": {"family": "a", "execution_role_arn": {"$ref": "aws_iam_role.agent"},
               "container_definitions": [{"name": "w", "secrets": [{"name": "DB", "valueFrom": {"$ref": "aws_secretsmanager_secret_version.db"}}]}]},
             "aws_ecs_task_definition.b": {"family": "b", "execution_role_arn": {"$ref": "aws_iam_role.blind"},
               "container_definitions": [{"name": "w", "secrets": [{"name": "DB", "valueFrom": {"$ref": "aws_secretsmanager_secret_version.db"}}]}]}}
            """#)
        for (name, expected) in [("a", "true"), ("b", "false")] {
            let definition = try model.object("aws_ecs_task_definition.\(name)", kind: .taskDefinition)
            let container = try #require(try model.objects("containers", of: definition).first)
            let secret = try #require(try model.objects("secrets", of: container).first)
            #expect(try model.field("secret", of: secret).shown == "object")
            #expect(try model.field("mayBeRead", of: secret).shown == expected)
        }
    }

    @Test(
        "a grant lets a role use a key beside the key's policy",
        arguments: [
            (#"{"$ref": "aws_iam_role.work"}"#, #"["Decrypt"]"#, "true"),
            (#"{"$ref": "aws_iam_role.work"}"#, #"["Encrypt"]"#, "false"),
            (#"{"$ref": "aws_iam_role.other"}"#, #"["Decrypt"]"#, "false"),
            (#""arn:aws:iam::111122223333:user/somebody""#, #"["Decrypt"]"#, "false"),
            (#"{"$unknown": []}"#, #"["Decrypt"]"#, "unknown"),
            (#"{"$ref": "aws_iam_role.work"}"#, #"{"$unknown": []}"#, "unknown"),
        ])
    func grants(_ principal: String, _ operations: String, _ expected: String) throws {
        let model = try terraformModel(
            """
            {"aws_kms_key.key": {"policy": {"Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/admin"},
               "Action": "kms:*", "Resource": "*"}]}},
             "aws_kms_grant.grant": {"key_id": {"$ref": "aws_kms_key.key", "attribute": "key_id"}, "grantee_principal": \(principal),
               "operations": \(operations)},
             "aws_sqs_queue.jobs": {"name": "jobs", "kms_master_key_id": {"$ref": "aws_kms_key.key"}},
             "aws_iam_role.work": {"name": "work"}, "aws_iam_role.other": {"name": "other"},
             "aws_ecs_task_definition.t": {"family": "t", "task_role_arn": {"$ref": "aws_iam_role.work"},
               "container_definitions": [{"name": "w", "environment": [{"name": "QUEUE", "value": {"$ref": "aws_sqs_queue.jobs", "attribute": "url"}}]}]},
             "aws_ecs_service.worker": {"task_definition": {"$ref": "aws_ecs_task_definition.t"}, "launch_type": "FARGATE"}}
            """)
        let access = try #require(
            try model.objects("queueAccess", of: model.object("aws_ecs_service.worker", kind: .service)).first)
        #expect(try model.field("mayDecrypt", of: access).shown == expected)
    }

    @Test(
        "an exclusive resource attaches the policies that it lists",
        arguments: [
            (#"[{"$ref": "aws_iam_policy.drain"}]"#, "true"), (#"{"$unknown": ["aws_iam_policy.drain"]}"#, "true"),
            ("[]", "false"), (#"["arn:aws:iam::111122223333:policy/elsewhere"]"#, "unknown"), (#"{"$unknown": []}"#, "unknown"),
        ])
    func exclusiveAttachments(_ policies: String, _ expected: String) throws {
        let model = try terraformModel(
            """
            {"aws_sqs_queue.jobs": {"name": "jobs"}, "aws_iam_role.work": {"name": "work"},
             "aws_iam_policy.drain": {"name": "drain", "policy": {"Statement": [{"Effect": "Allow", "Action": "sqs:*", "Resource": "*"}]}},
             "aws_iam_role_policy_attachments_exclusive.work": {"role_name": "work", "policy_arns": \(policies)},
             "aws_ecs_task_definition.t": {"family": "t", "task_role_arn": {"$ref": "aws_iam_role.work"},
               "container_definitions": [{"name": "w", "environment": [{"name": "QUEUE", "value": {"$ref": "aws_sqs_queue.jobs", "attribute": "url"}}]}]},
             "aws_ecs_service.worker": {"task_definition": {"$ref": "aws_ecs_task_definition.t"}, "launch_type": "FARGATE"}}
            """)
        let access = try #require(
            try model.objects("queueAccess", of: model.object("aws_ecs_service.worker", kind: .service)).first)
        #expect(try model.field("mayReceive", of: access).shown == expected)
    }

    @Test("an account setting turns Container Insights on for clusters that say nothing")
    func accountSetting() throws {
        let model = try terraformModel(
            """
            {"aws_ecs_account_setting_default.trunking": {"name": "awsvpcTrunking", "value": "enabled"},
             "aws_ecs_account_setting_default.insights": {"name": "containerInsights", "value": "enhanced"},
             "aws_ecs_cluster.plain": {"name": "plain"},
             "aws_ecs_cluster.off": {"name": "off", "setting": [{"name": "containerInsights", "value": "disabled"}]}}
            """)
        func insights(_ name: String) throws -> String {
            try model.field("containerInsights", of: model.object("aws_ecs_cluster.\(name)", kind: .cluster)).shown
        }
        #expect(try insights("plain") == "enhanced")
        #expect(try insights("off") == "disabled")
    }

    @Test("an alias in a plan is its function, though plans are read no further than the model looks")
    func aliases() throws {
        let plan = """
            {"format_version": "1.2", "terraform_version": "1.9.0",
             "planned_values": {"root_module": {"resources": [
               {"address": "aws_sqs_queue.jobs", "mode": "managed", "type": "aws_sqs_queue", "name": "jobs", "values": {"name": "jobs"}},
               {"address": "aws_lambda_function.work", "mode": "managed", "type": "aws_lambda_function", "name": "work", "values": {"function_name": "work", "timeout": 20}},
               {"address": "aws_lambda_alias.live", "mode": "managed", "type": "aws_lambda_alias", "name": "live", "values": {"name": "live"}},
               {"address": "aws_lambda_event_source_mapping.feed", "mode": "managed", "type": "aws_lambda_event_source_mapping", "name": "feed", "values": {"batch_size": 5}}]}},
             "resource_changes": [
               {"address": "aws_lambda_alias.live", "change": {"actions": ["create"], "after_unknown": {"arn": true, "function_name": true}}},
               {"address": "aws_lambda_event_source_mapping.feed", "change": {"actions": ["create"], "after_unknown": {"event_source_arn": true, "function_name": true}}}],
             "configuration": {"root_module": {"resources": [
               {"address": "aws_sqs_queue.jobs", "mode": "managed", "type": "aws_sqs_queue", "name": "jobs", "expressions": {"name": {"constant_value": "jobs"}}},
               {"address": "aws_lambda_function.work", "mode": "managed", "type": "aws_lambda_function", "name": "work", "expressions": {}},
               {"address": "aws_lambda_alias.live", "mode": "managed", "type": "aws_lambda_alias", "name": "live",
                "expressions": {"function_name": {"references": ["aws_lambda_function.work.arn", "aws_lambda_function.work"]}}},
               {"address": "aws_lambda_event_source_mapping.feed", "mode": "managed", "type": "aws_lambda_event_source_mapping", "name": "feed",
                "expressions": {"event_source_arn": {"references": ["aws_sqs_queue.jobs.arn", "aws_sqs_queue.jobs"]},
                  "function_name": {"references": ["aws_lambda_alias.live.arn", "aws_lambda_alias.live"]}}}]}}}
            """
        let options = LoadOptions(terraformTypes: ModelSchema.builtIn.terraformTypes)
        let model = try model([("plan.json", plan)], options: options)
        let mapping = try model.object("aws_lambda_event_source_mapping.feed", kind: .eventSourceMapping)
        #expect(try model.field("function.timeout", of: mapping).shown == "20")
    }

    @Test(
        "a stack that is told of others leaves open what there is",
        arguments: [
            (#"{"parameters": {"Queue": "jobs"}}"#, "list(0+)"),
            (#"{"template_body": {"$unknown": ["aws_sqs_queue.jobs"]}}"#, "list(0+)"),
            (#"{"parameters": {"$unknown": []}}"#, "list(0+)"), (#"{"parameters": {}, "template_body": "{}"}"#, "list(0)"),
        ])
    func opaqueStacks(_ body: String, _ alarms: String) throws {
        let model = try terraformModel(
            #"{"aws_sqs_queue.jobs": {"name": "jobs"}, "aws_cloudformation_stack.wiring": \#(body)}"#)
        #expect(try model.field("alarms", of: model.object("aws_sqs_queue.jobs", kind: .queue)).shown == alarms)
    }
}
