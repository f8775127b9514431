import Evaluation
import Templates

/// The policies that AWS manages, as far as they answer what is asked here: actions on queues, topics, keys, secrets,
/// parameters, tasks, functions, metrics and logs. Other actions of theirs are left out.
///
/// Source: AWS Managed Policy Reference Guide; the documents as stored in moto 5.2.1, `iam/aws_managed_policies.py`, where
/// every document was searched for the actions in `asked`.
enum ManagedPolicies {
    /// One statement; all of them allow.
    struct Grant {
        let actions: [String]
        var isNotAction = false
        var resources = ["*"]
        /// A service that the statement is limited to by `iam:PassedToService`; `nil` for none.
        var passedTo: [String]?
        /// The calls that it is limited to by `ecs:CreateAction`; `nil` for none.
        var createdBy: [String]?
        /// Another condition that the statement holds under.
        var condition: String?
    }

    /// The actions that the table answers for.
    static let asked: Set<String> = [
        "sqs:SendMessage", "sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:ChangeMessageVisibility",
        "sqs:GetQueueAttributes", "sqs:GetQueueUrl", "kms:Decrypt", "kms:GenerateDataKey",
        "secretsmanager:GetSecretValue", "ssm:GetParameter", "ssm:GetParameters", "ecs:RunTask",
        "ecs:UpdateTaskProtection", "iam:PassRole", "cloudwatch:PutMetricData", "sns:Publish", "lambda:InvokeFunction",
        "logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents", "ecs:TagResource",
    ]

    /// What a policy of AWS grants, by its name; `nil` for one that is not in the table.
    static func grants(of name: String) -> [Grant]? { silent.contains(name) ? [] : table[name] }

    private static let streams = Grant(actions: ["logs:CreateLogStream", "logs:PutLogEvents"])
    private static let logs = Grant(actions: ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"])

    private static let table: [String: [Grant]] = [
        "AdministratorAccess": [Grant(actions: ["*"])],
        "PowerUserAccess": [Grant(actions: ["iam:*", "organizations:*", "account:*"], isNotAction: true)],
        "ReadOnlyAccess": [
            Grant(actions: [
                "sqs:ReceiveMessage", "sqs:GetQueueAttributes", "sqs:GetQueueUrl", "ssm:GetParameter", "ssm:GetParameters",
            ])
        ],
        "ViewOnlyAccess": [Grant(actions: ["sqs:GetQueueAttributes", "sqs:GetQueueUrl"])],
        "SecurityAudit": [Grant(actions: ["sqs:GetQueueAttributes"])],
        "AmazonSQSFullAccess": [Grant(actions: ["sqs:*"])],
        "AmazonSQSReadOnlyAccess": [Grant(actions: ["sqs:GetQueueAttributes", "sqs:GetQueueUrl"])],
        "AWSLambdaSQSQueueExecutionRole": [
            Grant(actions: ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"]), logs,
        ],
        "AWSLambdaBasicExecutionRole": [logs],
        "AWSLambdaVPCAccessExecutionRole": [logs],
        "AWSLambdaDynamoDBExecutionRole": [logs],
        "AWSLambdaKinesisExecutionRole": [logs],
        "AWSLambdaMSKExecutionRole": [logs],
        "AWSLambdaExecute": [logs],
        "AWSLambdaRole": [Grant(actions: ["lambda:InvokeFunction"])],
        "AWSLambdaInvocation-DynamoDB": [Grant(actions: ["lambda:InvokeFunction"])],
        "AWSLambda_FullAccess": [
            Grant(actions: ["lambda:InvokeFunction"]),
            Grant(actions: ["iam:PassRole"], passedTo: ["lambda.amazonaws.com"]),
        ],
        "AmazonEC2ContainerServiceforEC2Role": [
            streams, Grant(actions: ["ecs:TagResource"], createdBy: ["CreateCluster", "RegisterContainerInstance"]),
        ],
        "AmazonECSTaskExecutionRolePolicy": [streams],
        "AmazonEC2ContainerServiceEventsRole": [
            Grant(actions: ["ecs:RunTask"]), Grant(actions: ["iam:PassRole"], passedTo: ["ecs-tasks.amazonaws.com"]),
            Grant(actions: ["ecs:TagResource"], createdBy: ["RunTask"]),
        ],
        "AmazonECS_FullAccess": [
            Grant(actions: ["ecs:RunTask", "ecs:UpdateTaskProtection", "ecs:TagResource", "logs:CreateLogGroup"]),
            Grant(
                actions: ["ssm:GetParameter", "ssm:GetParameters"],
                resources: ["arn:aws:ssm:*:*:parameter/aws/service/ecs*"]),
            Grant(actions: ["iam:PassRole"], passedTo: ["ecs-tasks.amazonaws.com"]),
        ],
        "SecretsManagerReadWrite": [
            Grant(actions: ["secretsmanager:GetSecretValue"]),
            Grant(actions: ["lambda:InvokeFunction"], resources: ["arn:aws:lambda:*:*:function:SecretsManager*"]),
        ],
        "AmazonSSMReadOnlyAccess": [Grant(actions: ["ssm:GetParameter", "ssm:GetParameters"])],
        "AmazonSSMFullAccess": [
            Grant(actions: ["ssm:GetParameter", "ssm:GetParameters", "cloudwatch:PutMetricData"]), logs,
        ],
        "AmazonSSMManagedInstanceCore": [Grant(actions: ["ssm:GetParameter", "ssm:GetParameters"])],
        "AmazonEC2RoleforSSM": [Grant(actions: ["ssm:GetParameters", "cloudwatch:PutMetricData"]), logs],
        "CloudWatchAgentServerPolicy": agent,
        "CloudWatchAgentAdminPolicy": agent,
        "CloudWatchFullAccess": [Grant(actions: ["cloudwatch:PutMetricData", "sns:Publish"]), logs],
        "CloudWatchFullAccessV2": [Grant(actions: ["cloudwatch:PutMetricData"]), logs],
        "CloudWatchLogsFullAccess": [logs],
        "AmazonAPIGatewayPushToCloudWatchLogs": [logs],
        "AmazonSNSFullAccess": [Grant(actions: ["sns:Publish"])],
        "AmazonRDSFullAccess": [Grant(actions: ["sns:Publish"])],
        "AmazonDocDBFullAccess": [Grant(actions: ["sns:Publish"])],
        "AmazonEC2FullAccess": [Grant(actions: ["cloudwatch:PutMetricData"])],
        "AmazonRDSDataFullAccess": [
            Grant(
                actions: ["secretsmanager:GetSecretValue"],
                resources: ["arn:aws:secretsmanager:*:*:secret:rds-db-credentials/*"])
        ],
        "AutoScalingNotificationAccessRole": [Grant(actions: ["sqs:SendMessage", "sqs:GetQueueUrl", "sns:Publish"])],
        "AWSBatchServiceRole": [
            Grant(actions: ["ecs:RunTask"]), logs, Grant(actions: ["iam:PassRole"], condition: "iam:PassedToService"),
            Grant(actions: ["ecs:TagResource"], resources: ["arn:aws:ecs:*:*:task/*_Batch_*"]),
        ],
        "AWSCodeDeployRoleForECS": [
            Grant(actions: ["sns:Publish", "lambda:InvokeFunction"]),
            Grant(actions: ["iam:PassRole"], passedTo: ["ecs-tasks.amazonaws.com"]),
        ],
        "AmazonDynamoDBFullAccess": [Grant(actions: ["iam:PassRole"], condition: "iam:PassedToService")],
        "AmazonMQFullAccess": [
            Grant(actions: ["logs:CreateLogGroup"], resources: ["arn:aws:logs:*:*:log-group:/aws/amazonmq/*"])
        ],
        "IAMFullAccess": [Grant(actions: ["iam:PassRole"])],
    ]

    private static let agent = [
        Grant(actions: ["cloudwatch:PutMetricData"]), logs,
        Grant(actions: ["ssm:GetParameter"], resources: ["arn:aws:ssm:*:*:parameter/AmazonCloudWatch-*"]),
    ]

    /// Policies that grant none of the actions that are asked for.
    private static let silent: Set<String> = [
        "AWSLambda_ReadOnlyAccess", "AmazonEC2ContainerServiceRole", "AmazonEC2ContainerServiceAutoscaleRole",
        "CloudWatchReadOnlyAccess", "CloudWatchLogsReadOnlyAccess", "AmazonS3FullAccess", "AmazonS3ReadOnlyAccess",
        "AmazonDynamoDBFullAccess_v2", "AmazonDynamoDBReadOnlyAccess", "AmazonSNSReadOnlyAccess", "AWSXRayDaemonWriteAccess",
        "AWSXrayWriteOnlyAccess", "AWSXrayFullAccess", "AmazonEC2ContainerRegistryReadOnly",
        "AmazonEC2ContainerRegistryPowerUser", "AmazonEC2ContainerRegistryFullAccess",
        "AmazonEC2ContainerRegistryPullOnly", "AmazonRDSReadOnlyAccess", "AmazonSESFullAccess", "AmazonKinesisFullAccess",
        "AmazonKinesisReadOnlyAccess", "AmazonKinesisFirehoseFullAccess", "AmazonEC2ReadOnlyAccess",
        "AmazonElasticFileSystemClientFullAccess", "AmazonElasticFileSystemClientReadWriteAccess",
        "AmazonElasticFileSystemReadOnlyAccess", "AmazonElastiCacheFullAccess", "AmazonVPCFullAccess",
        "AmazonRoute53FullAccess", "AmazonOpenSearchServiceFullAccess", "AmazonTextractFullAccess",
        "AmazonRekognitionFullAccess", "AmazonAthenaFullAccess", "AWSStepFunctionsFullAccess",
        "AmazonPrometheusRemoteWriteAccess", "AWSAppMeshEnvoyAccess", "AutoScalingFullAccess",
        "AmazonECSInfrastructureRolePolicyForVolumes", "AmazonCognitoPowerUser",
        "AWSKeyManagementServicePowerUser", "AmazonSSMPatchAssociation", "TranslateFullAccess", "ComprehendFullAccess",
        "AmazonTranscribeFullAccess", "AmazonPollyFullAccess", "IAMReadOnlyAccess", "AWSLambdaENIManagementAccess",
        "EC2InstanceConnect", "AmazonTimestreamFullAccess", "CloudFrontFullAccess", "ElasticLoadBalancingFullAccess",
        "AmazonSSMDirectoryServiceAccess",
    ]
}

extension ManagedPolicies {
    /// The statements of a policy of AWS; `nil` for one that is not in the table.
    static func statements(of name: String, when condition: Condition, at origin: Origin) -> [PolicyStatement]? {
        grants(of: name).map({ $0 + (agentGrants[name] ?? []) })?.map { grant in
            PolicyStatement(
                effect: "Allow", actions: grant.actions.map { PolicyPattern($0.lowercased()) },
                isNotAction: grant.isNotAction,
                resources: grant.resources.map { PolicyPattern($0) }, isNotResource: false, principals: [],
                isNotPrincipal: false, conditions: conditions(of: grant), presence: condition, origin: origin,
                object: nil, open: PolicyStatement.Open())
        }
    }

    private static func conditions(of grant: Grant) -> [PolicyCondition] {
        func condition(_ key: String, _ values: [String]) -> PolicyCondition {
            PolicyCondition(
                comparison: "stringlike", isIfExists: false, key: key, values: values.map { PolicyPattern($0) }, open: [])
        }
        return (grant.passedTo.map { [condition("iam:passedtoservice", $0)] } ?? [])
            + (grant.createdBy.map { [condition("ecs:createaction", $0)] } ?? [])
            + (grant.condition.map { [condition("\($0)'s values", [])] } ?? [])
    }
}

extension PolicyPattern {
    fileprivate init(_ text: String) {
        self.init(text: PolicyText(text, isPattern: true), presence: .always, origin: nil)
    }
}
