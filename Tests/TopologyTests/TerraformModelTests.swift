import Evaluation
import Templates
import Testing

@testable import Topology

@Suite struct TerraformModelTests {
    @Test func readsAQueueByItsArguments() throws {
        let model = try terraformModel(
            """
            {"aws_sqs_queue.jobs": {"name": "jobs", "visibility_timeout_seconds": 90, "fifo_queue": null,
              "kms_master_key_id": "", "receive_wait_time_seconds": {"$filled": 0}}}
            """)
        let queue = try model.object("aws_sqs_queue.jobs", kind: .queue)
        #expect(try model.field("queueName", of: queue).shown == "jobs")
        #expect(try model.field("visibilityTimeout", of: queue).shown == "90")
        #expect(try model.field("isFifo", of: queue).shown == "false")
        #expect(try model.field("kmsMasterKeyId", of: queue).shown == "absent")
        let wait = try model.field("receiveMessageWaitTimeSeconds", of: queue)
        #expect(wait.shown == "0")
        #expect(wait.state == .defaulted)
    }

    @Test func takesAnEmptyTextOfAResourceForNothing() throws {
        let model = try terraformModel(
            """
            {"aws_sqs_queue.jobs": {"name": "jobs", "deduplication_scope": "", "fifo_throughput_limit": "", "policy": ""},
             "aws_ecs_task_definition.t": {"family": "t", "task_role_arn": "", "execution_role_arn": "", "network_mode": "",
               "volume": [{"name": "scratch", "host_path": ""}],
               "container_definitions": [{"name": "w", "environment": [{"name": "MODE", "value": ""}]}]},
             "aws_ecs_service.worker": {"name": "worker", "cluster": "", "launch_type": "", "scheduling_strategy": ""}}
            """)
        let queue = try model.object("aws_sqs_queue.jobs", kind: .queue)
        #expect(try model.field("deduplicationScope", of: queue).shown == "absent")
        let definition = try model.object("aws_ecs_task_definition.t", kind: .taskDefinition)
        for (field, shown) in [
            ("taskRole", "absent"), ("executionRole", "absent"), ("usesOneRole", "false"), ("networkMode", "bridge"),
        ] {
            #expect(try model.field(field, of: definition).shown == shown, "\(field)")
        }
        let volume = try #require(try model.objects("volumes", of: definition).first)
        #expect(try model.field("hostPath", of: volume).shown == "absent")
        let container = try #require(try model.objects("containers", of: definition).first)
        let variable = try #require(try model.objects("environment", of: container).first)
        #expect(try model.field("value", of: variable).shown == "")
        let service = try model.object("aws_ecs_service.worker", kind: .service)
        #expect(try model.field("cluster", of: service).shown == "absent")
        #expect(try model.field("schedulingStrategy", of: service).shown == "REPLICA")
    }

    /// Seen with 5.100: a queue with `sqs_managed_sse_enabled = true` and no key of its own is planned with 0 s, which the
    /// provider never sends (internal/attrmap: "don't specify any zero Optional/Computed attribute integer values").
    @Test func aDataKeyReuseOfZeroIsNotSet() throws {
        let model = try terraformModel(
            #"{"aws_sqs_queue.jobs": {"sqs_managed_sse_enabled": true, "kms_data_key_reuse_period_seconds": {"$filled": 0}}}"#)
        let reuse = try model.field("kmsDataKeyReusePeriodSeconds", of: model.object("aws_sqs_queue.jobs", kind: .queue))
        #expect(reuse.shown == "300")
        #expect(reuse.state == .defaulted)
    }

    @Test(arguments: [
        (#"{"$unknown": ["aws_sqs_queue.dlq"]}"#, "object", "unknown"),
        (#""{\"deadLetterTargetArn\": \"arn:aws:sqs:eu-west-1:1:jobs-failed\", \"maxReceiveCount\": 4}""#, "object", "4"),
        (#"{"deadLetterTargetArn": {"$ref": "aws_sqs_queue.dlq"}, "maxReceiveCount": 4}"#, "object", "4"),
        (#"[{"deadLetterTargetArn": {"$ref": "aws_sqs_queue.dlq"}, "maxReceiveCount": "4"}]"#, "object", "4"),
        (#"{"$unknown": ["aws_sqs_queue.dlq", "aws_sqs_queue.third"]}"#, "unknown", "unknown"),
    ])
    func followsARedrivePolicy(_ policy: String, _ link: String, _ count: String) throws {
        let model = try terraformModel(
            """
            {"aws_sqs_queue.jobs": {"redrive_policy": \(policy)}, "aws_sqs_queue.dlq": {"name": "jobs-failed"},
              "aws_sqs_queue.third": {"name": "third"}}
            """)
        let queue = try model.object("aws_sqs_queue.jobs", kind: .queue)
        #expect(try model.field("redrive.deadLetterQueue", of: queue).shown == link)
        let counted = try model.field("redrive.maxReceiveCount", of: queue)
        #expect(counted.shown == count)
        let dead = try model.object("aws_sqs_queue.dlq", kind: .queue)
        if link == "object" {
            #expect(try model.field("isDeadLetterQueue", of: dead).shown == "true")
            #expect(try model.objects("deadLetterSources", of: dead).map(\.name) == ["aws_sqs_queue.jobs"])
        } else {
            #expect(try model.field("isDeadLetterQueue", of: dead).shown == "unknown")
        }
    }

    @Test(arguments: [
        ("null", "absent"), ("\"\"", "absent"), ("[]", "absent"), (#"{"$unknown": []}"#, "unknown"),
    ])
    func tellsAnAbsentRedrivePolicyFromAnUnknownOne(_ policy: String, _ expected: String) throws {
        let model = try terraformModel(#"{"aws_sqs_queue.jobs": {"redrive_policy": \#(policy)}}"#)
        #expect(try model.field("redrive", of: model.object("aws_sqs_queue.jobs", kind: .queue)).shown == expected)
    }

    @Test func aRedrivePolicyThatIsNotKnownAtAllMayNameAnyQueue() throws {
        let model = try terraformModel(
            #"""
            {"aws_sqs_queue.jobs": {"name": "jobs"}, "aws_sqs_queue.dlq": {"name": "jobs-dlq"},
             "aws_sqs_queue_redrive_policy.jobs": {"queue_url": {"$ref": "aws_sqs_queue.jobs", "attribute": "url"},
               "redrive_policy": {"$unknown": []}}}
            """#)
        let dead = try model.object("aws_sqs_queue.dlq", kind: .queue)
        #expect(try model.field("isDeadLetterQueue", of: dead).shown == "unknown")
    }

    /// As a first plan has them: the queue has no name of its own yet.
    @Test(arguments: [("AWS/SQS", true), ("AWS/Lambda", false)])
    func anAlarmWhoseDimensionsAreNotKnownMayWatchAnyQueue(_ namespace: String, _ mayWatch: Bool) throws {
        let model = try terraformModel(
            #"""
            {"aws_sqs_queue.jobs": {"name": null},
             "aws_cloudwatch_metric_alarm.age": {"namespace": "\#(namespace)", "metric_name": "ApproximateAgeOfOldestMessage",
               "dimensions": {"$unknown": ["aws_sqs_queue.jobs"]}}}
            """#)
        let alarms = try model.field("alarms", of: model.object("aws_sqs_queue.jobs", kind: .queue))
        guard case .list(let elements, let open) = alarms.content else { return #expect(Bool(false)) }
        #expect(elements.isEmpty)
        #expect(open.isEmpty == !mayWatch)
    }

    @Test(arguments: [("ids", "unknown"), ("id", "list(1)")])
    func anAttributeInThePluralIsAListThatNobodyCounted(_ attribute: String, _ expected: String) throws {
        let model = try terraformModel(
            #"{"aws_autoscaling_group.g": {"vpc_zone_identifier": {"$ref": "data.aws_subnets.all", "attribute": "\#(attribute)"}}}"#
        )
        #expect(
            try model.field("subnets", of: model.object("aws_autoscaling_group.g", kind: .autoScalingGroup)).shown == expected)
    }

    @Test func readsContainersFromJSONText() throws {
        let model = try terraformModel(
            #"""
            {"aws_ecs_task_definition.t": {"family": "t", "cpu": "512", "memory": "1024",
              "runtime_platform": [{"cpu_architecture": "ARM64"}], "tags": {"ecslint:processing-seconds": "40"},
              "container_definitions": "[{\"name\": \"app\", \"memoryReservation\": 300, \"environment\": [{\"name\": \"MODE\", \"value\": \"\"}]}]"}}
            """#)
        let definition = try model.object("aws_ecs_task_definition.t", kind: .taskDefinition)
        #expect(try model.field("cpu", of: definition).shown == "512")
        #expect(try model.field("cpuArchitecture", of: definition).shown == "ARM64")
        let container = try #require(model.objects("containers", of: definition).first)
        #expect(container.name == "app")
        #expect(try model.field("memoryReservation", of: container).shown == "300")
        let variable = try #require(model.objects("environment", of: container).first)
        #expect(try model.field("value", of: variable).shown == "")
        #expect(
            try model.objects("tags", of: definition).map { try model.field("key", of: $0).shown } == [
                "ecslint:processing-seconds"
            ])
    }

    @Test func followsScalingFromTheQueueToTheService() throws {
        let model = try terraformModel(
            """
            {"aws_sqs_queue.jobs": {"name": "jobs"},
             "aws_ecs_cluster.main": {"name": "main"},
             "aws_ecs_service.worker": {"name": "worker", "cluster": {"$ref": "aws_ecs_cluster.main", "attribute": "id"},
               "launch_type": "FARGATE", "network_configuration": [{"assign_public_ip": true, "subnets": ["a"]}]},
             "aws_appautoscaling_target.worker": {"resource_id": "service/main/worker", "service_namespace": "ecs",
               "min_capacity": 1, "max_capacity": 9},
             "aws_appautoscaling_policy.out": {"policy_type": "StepScaling", "service_namespace": "ecs",
               "resource_id": {"$unknown": ["aws_appautoscaling_target.worker"]},
               "step_scaling_policy_configuration": [{"adjustment_type": "ChangeInCapacity", "cooldown": 60}]},
             "aws_appautoscaling_policy.named": {"service_namespace": "ecs", "resource_id": "service/main/worker"},
             "aws_cloudwatch_metric_alarm.deep": {"dimensions": {"QueueName": {"$ref": "aws_sqs_queue.jobs", "attribute": "name"}},
               "alarm_actions": [{"$ref": "aws_appautoscaling_policy.named"}]}}
            """)
        let service = try model.object("aws_ecs_service.worker", kind: .service)
        #expect(try model.field("maxTasks", of: service).shown == "9")
        #expect(try model.field("assignPublicIp", of: service).shown == "ENABLED")
        #expect(try model.field("cluster", of: service).shown == "object")
        #expect(try model.objects("consumedQueues", of: service).map(\.name) == ["aws_sqs_queue.jobs"])
        let policy = try model.object("aws_appautoscaling_policy.out", kind: .scalingPolicy)
        #expect(try model.field("service", of: policy).shown == "object")
        #expect(try model.field("step.cooldown", of: policy).shown == "60")
    }

    @Test func findsConsumersByTheTaskRole() throws {
        let model = try terraformModel(
            #"""
            {"aws_sqs_queue.jobs": {"name": "jobs"},
             "aws_iam_role.task": {"name": "task"},
             "aws_iam_role_policy.receive": {"role": {"$ref": "aws_iam_role.task", "attribute": "id"},
               "policy": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sqs:ReceiveMessage"],
                 "Resource": {"$ref": "aws_sqs_queue.jobs"}}]}},
             "aws_ecs_task_definition.t": {"task_role_arn": {"$ref": "aws_iam_role.task"}},
             "aws_ecs_service.worker": {"task_definition": {"$ref": "aws_ecs_task_definition.t"}}}
            """#)
        let queue = try model.object("aws_sqs_queue.jobs", kind: .queue)
        #expect(try model.objects("consumers", of: queue).map(\.name) == ["aws_ecs_service.worker"])
        #expect(try model.field("maxTasks", of: model.object("aws_ecs_service.worker", kind: .service)).shown == "0")
    }

    @Test func readsTheUserDataOfALaunchTemplate() throws {
        // #!/bin/bash\necho ECS_RESERVED_MEMORY=256 >> /etc/ecs/ecs.config\n
        let model = try terraformModel(
            """
            {"aws_launch_template.host": {"instance_type": "m6i.large",
              "user_data": "IyEvYmluL2Jhc2gKZWNobyBFQ1NfUkVTRVJWRURfTUVNT1JZPTI1NiA+PiAvZXRjL2Vjcy9lY3MuY29uZmlnCg=="},
             "aws_autoscaling_group.hosts": {"min_size": 1, "max_size": 3, "launch_template":
               [{"id": {"$ref": "aws_launch_template.host", "attribute": "id"}, "version": "$Latest"}],
               "mixed_instances_policy": []}}
            """)
        let group = try model.object("aws_autoscaling_group.hosts", kind: .autoScalingGroup)
        #expect(try model.field("ecsReservedMemory", of: group).shown == "256")
        #expect(try model.field("isMixed", of: group).shown == "false")
        #expect(try model.field("instanceTypes", of: group).shown == "list(1)")
    }

    @Test func seesTheOwnNameOfAQueueBehindItsModule() throws {
        let model = try terraformModel(
            #"""
            {"module.queue_with_dlq.aws_sqs_queue.main": {}, "module.a[\"x.y\"].aws_sqs_queue.jobs_dlq[0]": {},
             "aws_sqs_queue.q[\"jobs-dlq\"]": {}, "aws_sqs_queue.a": {"name_prefix": "jobs-dlq-"}}
            """#)
        let named = try model.objects(of: .queue).map { try model.field("isNamedLikeDeadLetterQueue", of: $0).shown }
        #expect(named == ["false", "true", "true", "true"])
    }

    @Test func takesARedrivePolicyFromAResourceOfItsOwn() throws {
        let model = try terraformModel(
            #"""
            {"aws_sqs_queue.jobs": {"name": "jobs"}, "aws_sqs_queue.dead": {"name": "dead"}, "aws_sqs_queue.third": {},
             "aws_sqs_queue_redrive_policy.jobs": {"queue_url": {"$ref": "aws_sqs_queue.jobs", "attribute": "id"},
               "redrive_policy": {"deadLetterTargetArn": {"$ref": "aws_sqs_queue.dead"}, "maxReceiveCount": 7}},
             "aws_sqs_queue_redrive_allow_policy.dead": {"queue_url": "https://sqs.eu-west-1.amazonaws.com/1/dead",
               "redrive_allow_policy": "{\"redrivePermission\": \"byQueue\", \"sourceQueueArns\": [\"arn:aws:sqs:eu-west-1:1:jobs\"]}"}}
            """#)
        let jobs = try model.object("aws_sqs_queue.jobs", kind: .queue)
        #expect(try model.field("redrive.maxReceiveCount", of: jobs).shown == "7")
        let dead = try model.object("aws_sqs_queue.dead", kind: .queue)
        #expect(try model.objects("deadLetterSources", of: dead).map(\.name) == ["aws_sqs_queue.jobs"])
        #expect(try model.field("redriveAllow.redrivePermission", of: dead).shown == "byQueue")
        #expect(try model.objects("redriveAllow.sourceQueues", of: dead).map(\.name) == ["aws_sqs_queue.jobs"])
        let third = try model.object("aws_sqs_queue.third", kind: .queue)
        #expect(try model.field("redrive", of: third).shown == "absent")
    }

    @Test func doubtsEveryQueueWhereAnOverlaySetsAnUnknownOne() throws {
        let model = try terraformModel(
            """
            {"aws_sqs_queue.jobs": {}, "aws_sqs_queue.own": {"redrive_policy": {"deadLetterTargetArn": "arn:x"}},
             "aws_sqs_queue_redrive_policy.some": {"queue_url": {"$unknown": []}, "redrive_policy": {"maxReceiveCount": 7}}}
            """)
        #expect(try model.field("redrive", of: model.object("aws_sqs_queue.jobs", kind: .queue)).shown == "unknown?")
        #expect(try model.field("redrive", of: model.object("aws_sqs_queue.own", kind: .queue)).shown == "object")
    }

    @Test func gathersAttachmentsScheduledActionsAndWarmPools() throws {
        let model = try terraformModel(
            """
            {"aws_iam_role.task": {"name": "task", "managed_policy_arns": ["arn:aws:iam::aws:policy/A"]},
             "aws_iam_role_policy_attachment.b": {"role": "task", "policy_arn": "arn:aws:iam::aws:policy/B"},
             "aws_iam_policy_attachment.c": {"roles": [{"$ref": "aws_iam_role.task"}], "policy_arn": "arn:aws:iam::aws:policy/C"},
             "aws_appautoscaling_target.t": {"resource_id": "service/main/worker", "min_capacity": 1},
             "aws_appautoscaling_scheduled_action.night": {"resource_id": "service/main/worker", "schedule": "cron(0 22 * * ? *)",
               "scalable_target_action": [{"min_capacity": 0, "max_capacity": "2"}]},
             "aws_autoscaling_group.g": {"warm_pool": [{"min_size": 2, "pool_state": "Running"}]},
             "aws_autoscaling_group.none": {"warm_pool": []}}
            """)
        let role = try model.object("aws_iam_role.task", kind: .role)
        #expect(try model.field("managedPolicies", of: role).shown == "list(3)")
        let target = try model.object("aws_appautoscaling_target.t", kind: .scalableTarget)
        let action = try #require(model.objects("scheduledActions", of: target).first)
        #expect(try model.field("schedule", of: action).shown == "cron(0 22 * * ? *)")
        #expect(try model.field("maxCapacity", of: action).shown == "2")
        let pools = model.objects(of: .warmPool)
        #expect(pools.count == 1)
        let pool = try #require(pools.first)
        #expect(try model.field("poolState", of: pool).shown == "Running")
        guard case .object(let group) = try model.field("autoScalingGroup", of: pool).content else {
            Issue.record("the warm pool has no group")
            return
        }
        #expect(model[group].name == "aws_autoscaling_group.g")
    }

    @Test func knowsNamesakesByTheirARN() throws {
        let model = try terraformModel(
            """
            {"aws_sqs_queue.here": {"name": "dead", "arn": "arn:aws:sqs:eu-west-1:1:dead"},
             "aws_sqs_queue.jobs": {"redrive_policy": {"deadLetterTargetArn": "arn:aws:sqs:eu-west-1:1:dead"}},
             "aws_sqs_queue.more": {"redrive_policy": {"deadLetterTargetArn": "arn:aws:sqs:us-east-1:1:dead"}}}
            """)
        let names = ["aws_sqs_queue.jobs", "aws_sqs_queue.more"]
        let links = try names.map { try model.field("redrive.deadLetterQueue", of: model.object($0, kind: .queue)).shown }
        #expect(links == ["object", "unknown"])
    }

    @Test(arguments: [
        (#""user_data": "ECS_RESERVED_MEMORY=64""#, "64"),
        (#""user_data": "da39a3ee5e6b4b0d3255bfef95601890afd80709""#, "unknown"),
        (#""user_data_base64": "RUNTX1JFU0VSVkVEX01FTU9SWT0xMjgK""#, "128"),
        (#""user_data_base64": "!""#, "unknown"),
        (#""user_data": null"#, "0"),
    ])
    func readsTheUserDataOfALaunchConfiguration(_ argument: String, _ expected: String) throws {
        let model = try terraformModel(
            """
            {"aws_launch_configuration.host": {"name": "host", \(argument), "root_block_device": [{"volume_size": 30}],
               "ebs_block_device": [{"volume_size": 50}, {"volume_size": 60}]},
             "aws_autoscaling_group.hosts": {"launch_configuration": "host"}}
            """)
        let group = try model.object("aws_autoscaling_group.hosts", kind: .autoScalingGroup)
        #expect(try model.field("ecsReservedMemory", of: group).shown == expected)
        #expect(try model.field("launchConfiguration", of: group).shown == "object")
        let configuration = try model.object("aws_launch_configuration.host", kind: .launchConfiguration)
        #expect(try model.field("blockDevices", of: configuration).shown == "list(3)")
    }

    @Test func takesTheProvidersDefaultOfReturnData() throws {
        let model = try terraformModel(
            """
            {"aws_cloudwatch_metric_alarm.a": {"metric_query": [{"id": "e", "expression": "m/2", "return_data": true},
               {"id": "m", "metric": [{"metric_name": "X", "dimensions": {"QueueName": "q"}}]}]},
             "aws_appautoscaling_policy.p": {"target_tracking_scaling_policy_configuration": [
               {"customized_metric_specification": [{"metrics": [{"id": "e", "expression": "1"}]}]}]}}
            """)
        let returned = try model.objects(of: .metricQuery).map { try model.field("returnData", of: $0).shown }
        #expect(returned == ["true", "false", "true"])
    }

    @Test(arguments: [
        (#", "lifecycle": [{"ignore_changes": ["desired_count"]}]"#, "true"),
        (#", "lifecycle": [{"ignore_changes": ["tags"]}]"#, "false"),
        (#", "lifecycle": {"ignore_changes": "all"}"#, "true"),
        (#", "lifecycle": {}"#, "false"),
        ("", "unknown"),
    ])
    func knowsWhetherTheCountIsIgnored(_ lifecycle: String, _ expected: String) throws {
        let model = try terraformModel(#"{"aws_ecs_service.s": {"desired_count": 2\#(lifecycle)}}"#)
        #expect(
            try model.field("isDesiredCountIgnored", of: model.object("aws_ecs_service.s", kind: .service)).shown == expected)
    }

    /// The provider keeps an old `state` in the plan when `is_enabled` changes.
    @Test(arguments: [
        (#""state": {"$filled": "ENABLED"}, "is_enabled": false"#, "DISABLED"),
        (#""state": "DISABLED", "is_enabled": true"#, "DISABLED"),
        (#""state": {"$filled": "DISABLED"}"#, "DISABLED"), (#""state": null, "is_enabled": null"#, "ENABLED"),
    ])
    func countsWhatIsWrittenBeforeWhatTheProviderChose(_ members: String, _ expected: String) throws {
        let model = try terraformModel("{\"aws_cloudwatch_event_rule.r\": {\(members)}}")
        #expect(try model.field("state", of: model.object("aws_cloudwatch_event_rule.r", kind: .eventRule)).shown == expected)
    }

    @Test func readsContainersWithCapitalLetters() throws {
        let model = try terraformModel(
            #"""
            {"aws_cloudwatch_log_group.g": {"name": "/ecs/jobs/app"}, "aws_ecs_task_definition.t": {"family": "t",
              "container_definitions": "[{\"Name\": \"app\", \"MemoryReservation\": 300, \"Environment\": [{\"Name\": \"A\", \"Value\": \"b\"}], \"LogConfiguration\": {\"LogDriver\": \"awslogs\", \"Options\": {\"awslogs-group\": \"/ecs/jobs/app\"}}}]"}}
            """#)
        let container = try #require(model.objects(of: .container).first)
        #expect(container.name == "app")
        #expect(try model.field("memoryReservation", of: container).shown == "300")
        #expect(try model.field("logConfiguration.logGroup", of: container).shown == "object")
    }

    @Test("container definitions are read with keys in any case, but for those that are the user's own words")
    func containerKeys() throws {
        for (quote, open, close) in [("\"", "[", "]"), ("\\\"", "\"[", "]\"")] {
            let definition = """
                {'name': 'app', 'MEMORYRESERVATION': 300, 'readonlyrootfilesystem': true, 'PRIVILEGED': true,
                 'logconfiguration': {'logdriver': 'awslogs', 'OPTIONS': {'awslogs-group': '/ecs/jobs/app', 'AWSLOGS-GROUP': 'x'}},
                 'linuxparameters': {'INITprocessEnabled': true}, 'environment': [{'NAME': 'Mode', 'vALUE': 'Fast'}],
                 'Cpu': 1, 'cpu': 2, 'dockerlabels': {'Name': 'x'}}
                """.replacing("'", with: quote).replacing("\n", with: " ")
            let model = try terraformModel(
                """
                {"aws_cloudwatch_log_group.g": {"name": "/ecs/jobs/app"},
                 "aws_ecs_task_definition.t": {"family": "t", "container_definitions": \(open)\(definition)\(close)}}
                """)
            let container = try #require(model.objects(of: .container).first)
            #expect(container.name == "app")
            for (field, shown) in [
                ("memoryReservation", "300"), ("readonlyRootFilesystem", "true"), ("privileged", "true"),
                ("initProcessEnabled", "true"), ("logConfiguration.logDriver", "awslogs"),
                ("logConfiguration.logGroup", "object"), ("cpu", "2"),
            ] {
                #expect(try model.field(field, of: container).shown == shown, "\(field)")
            }
            let variable = try #require(model.objects("environment", of: container).first)
            #expect(try model.field("value", of: variable).shown == "Fast")
        }
    }

    @Test(arguments: [
        ("/ecs/jobs/app", "object"), ("arn:aws:logs:eu-west-1:123456789012:log-group:/ecs/jobs/app:*", "object"),
        ("app", "unknown"), ("/ecs/other/app", "unknown"),
    ])
    func knowsALogGroupByItsWholeName(_ written: String, _ expected: String) throws {
        let model = try terraformModel(
            """
            {"aws_cloudwatch_log_group.g": {"name": "/ecs/jobs/app"}, "aws_ecs_task_definition.t": {"container_definitions": [
              {"name": "app", "logConfiguration": {"options": {"awslogs-group": "\(written)"}}}]}}
            """)
        let container = try #require(model.objects(of: .container).first)
        #expect(try model.field("logConfiguration.logGroup", of: container).shown == expected)
    }

    @Test func takesTheProvidersMarksOfWhatIsNotSet() throws {
        let model = try terraformModel(
            """
            {"aws_autoscaling_group.g": {"warm_pool": [{"min_size": 1, "max_group_prepared_capacity": {"$filled": -1}}]},
             "aws_ecs_service.s": {"desired_count": null}}
            """)
        let pool = try #require(model.objects(of: .warmPool).first)
        #expect(try model.field("maxGroupPreparedCapacity", of: pool).shown == "absent")
        #expect(try model.field("minTasks", of: model.object("aws_ecs_service.s", kind: .service)).shown == "0")
    }

    /// Plans have an empty list for a block that is not written.
    @Test(arguments: [
        (#""launch_template": [], "mixed_instances_policy": [{"launch_template": [{"launch_template_specification": [{"launch_template_id": {"$ref": "aws_launch_template.l", "attribute": "id"}}]}]}]"#),
        (#""launch_template": [{"id": {"$ref": "aws_launch_template.l", "attribute": "id"}}], "mixed_instances_policy": []"#),
    ])
    func findsTheLaunchTemplateInBothPlaces(_ members: String) throws {
        let model = try terraformModel("{\"aws_launch_template.l\": {}, \"aws_autoscaling_group.g\": {\(members)}}")
        #expect(
            try model.field("launchTemplate", of: model.object("aws_autoscaling_group.g", kind: .autoScalingGroup)).shown
                == "object")
    }
}
