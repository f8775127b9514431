import Evaluation
import Templates
import Testing

@testable import Topology

@Suite("Facts of tasks, services and hosts")
struct TaskFactTests {
    private func container(_ text: String) throws -> (Model, ModelObject) {
        let model = try model(
            """
            Parameters: {Tag: {Type: String}, Image: {Type: String}}
            Resources:
              Repo: {Type: AWS::ECR::Repository}
              Task: {Type: AWS::ECS::TaskDefinition, Properties: {ContainerDefinitions: [{Name: w, \(text)}]}}
            """)
        return (model, try model.object("w", kind: .container))
    }

    private static let images: [(String, String, String)] = [
        ("''", "absent", "true"), ("app", "absent", "false"), ("app:1.2", "1.2", "true"), ("app:latest", "latest", "false"),
        ("localhost:5000/app", "absent", "false"), ("localhost:5000/app:3", "3", "true"),
        ("'app@sha256:0123'", "absent", "true"), ("!Sub 'x.example/app:${Tag}'", "unknown?", "unknown"),
        ("!Sub '${Image}:1.2'", "1.2", "true"), ("!Sub '${Repo.RepositoryUri}:latest'", "latest", "false"),
        ("!Sub '${Image}/app'", "absent", "false"), ("!Ref Image", "unknown?", "unknown"),
    ]

    @Test("Tags of images", arguments: images)
    func image(text: String, tag: String, isPinned: String) throws {
        let (model, container) = try container("Image: \(text)")
        #expect(try model.field("imageTag", of: container).shown == tag)
        #expect(try model.field("isImagePinned", of: container).shown == isPinned)
    }

    private static let variables: [(String, String, String)] = [
        ("DB_PASSWORD", "hunter22", "value of DB_PASSWORD"), ("ApiKey", "0a1b2c3d", "value of ApiKey"),
        ("AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI", "value of AWS_SECRET_ACCESS_KEY"),
        ("KEY_ID", "AKIAIOSFODNN7ABCDEFG", "AWS access key id"), ("EXAMPLE", "AKIAIOSFODNN7EXAMPLE", "absent"),
        ("DATABASE_URL", "postgres://app:s3cr3t@db/jobs", "password in an address"),
        ("DATABASE_URL", "postgres://app@db/jobs", "absent"), ("PASSWORD_FILE", "/run/secrets/db", "absent"),
        ("TOKEN_URL", "https://example.com/token", "absent"), ("SECRET_NAME", "prod/db", "absent"),
        ("DB_SECRET", "arn:aws:secretsmanager:eu-west-1:1:secret:db", "absent"), ("TOKEN", "3600", "absent"),
        ("USE_PASSWORD", "true", "absent"), ("PUBLIC_KEY", "ssh-rsa-AAAA", "absent"),
        ("DB_PASSWORD", "${DB_PASSWORD}", "absent"),
        ("PEM", "-----BEGIN RSA PRIVATE KEY-----", "private key"),
    ]

    @Test("Credentials by name and shape", arguments: variables)
    func credential(name: String, value: String, expected: String) throws {
        let (model, _) = try container("Environment: [{Name: \(name), Value: '\(value)'}]")
        let variable = try #require(model.objects(of: .environmentVariable).first)
        #expect(try model.field("credential", of: variable).shown == expected)
    }

    @Test("A parameter's value is no literal, but what stands around it is read")
    func partlyKnown() throws {
        for (value, expected) in [("!Ref Tag", "absent"), ("!Sub 'AKIAIOSFODNN7ABCDEFG ${Tag}'", "AWS access key id")] {
            let (model, _) = try container("Environment: [{Name: PASSWORD, Value: \(value)}]")
            let variable = try #require(model.objects(of: .environmentVariable).first)
            #expect(try model.field("credential", of: variable).shown == expected)
        }
    }

    @Test("Log groups, init, privileges")
    func containerParts() throws {
        let (model, container) = try container(
            "Privileged: true, LinuxParameters: {InitProcessEnabled: true}, LogConfiguration: {LogDriver: awslogs, Options: {awslogs-group: jobs, awslogs-region: eu-west-1}}"
        )
        #expect(try model.field("privileged", of: container).shown == "true")
        #expect(try model.field("initProcessEnabled", of: container).shown == "true")
        #expect(try model.field("logConfiguration.group", of: container).shown == "jobs")
        #expect(try model.field("logConfiguration.streamPrefix", of: container).shown == "absent")
        #expect(try model.field("readonlyRootFilesystem", of: container).shown == "false")
    }

    @Test("One role for both")
    func roles() throws {
        func one(_ task: String, _ execution: String) throws -> String {
            let model = try model(
                """
                Parameters: {A: {Type: String}, B: {Type: String}}
                Resources:
                  R: {Type: AWS::IAM::Role}
                  S: {Type: AWS::IAM::Role}
                  Task: {Type: AWS::ECS::TaskDefinition, Properties: {TaskRoleArn: \(task), ExecutionRoleArn: \(execution)}}
                """)
            return try model.field("usesOneRole", of: model.object("Task", kind: .taskDefinition)).shown
        }
        #expect(try one("!GetAtt R.Arn", "!Ref R") == "true")
        #expect(try one("!GetAtt R.Arn", "!GetAtt S.Arn") == "false")
        #expect(try one("!Ref A", "!Ref A") == "true")
        #expect(try one("!Ref A", "!Ref B") == "unknown")
        #expect(try one("arn:aws:iam::1:role/a", "arn:aws:iam::1:role/b") == "false")
        #expect(try one("!GetAtt R.Arn", "!Ref AWS::NoValue") == "false")
    }

    private func agent(_ script: String, field: String) throws -> String {
        let model = try model(
            """
            Parameters: {Extra: {Type: String}, Name: {Type: String}}
            Resources:
              Cluster: {Type: AWS::ECS::Cluster}
              Hosts: {Type: AWS::AutoScaling::AutoScalingGroup, Properties: {LaunchTemplate: {LaunchTemplateId: !Ref Host, Version: "1"}}}
              Host: {Type: AWS::EC2::LaunchTemplate, Properties: {LaunchTemplateData: {InstanceType: m5.large, UserData: \(script)}}}
            """)
        return try model.field("agent.\(field)", of: model.object("Hosts", kind: .autoScalingGroup)).shown
    }

    @Test("What user data tells the agent")
    func userData() throws {
        let script =
            ##"!Base64 {"Fn::Sub": "#!/bin/sh\necho ECS_CLUSTER=${Cluster} >> /etc/ecs/ecs.config\necho 'ECS_ENABLE_SPOT_INSTANCE_DRAINING=true' >> /etc/ecs/ecs.config\nECS_CONTAINER_STOP_TIMEOUT=1m30s\n"}"##
        #expect(try agent(script, field: "setsCluster") == "true")
        #expect(try agent(script, field: "isSpotDrainingOn") == "true")
        #expect(try agent(script, field: "setsReservedMemory") == "false")
        #expect(try agent(script, field: "stopTimeout") == "90")
        #expect(try agent(script, field: "isVisible") == "true")
        #expect(try agent("!Ref Extra", field: "setsCluster") == "unknown?")
        #expect(try agent("!Ref Extra", field: "isVisible") == "false")
        #expect(try agent("!Ref AWS::NoValue", field: "setsCluster") == "false")
        #expect(try agent(##"!Base64 {"Fn::Sub": "#!/bin/sh\nhostname ${Name}\n"}"##, field: "setsCluster") == "false")
        #expect(try agent(##"!Base64 {"Fn::Sub": "#!/bin/sh\n${Extra}\n"}"##, field: "setsCluster") == "unknown?")
    }

    @Test("Bottlerocket writes settings in TOML, Windows in PowerShell")
    func otherSystems() throws {
        let toml =
            ##"!Base64 {"Fn::Sub": "[settings.ecs]\ncluster = \"${Cluster}\"\nenable-spot-instance-draining = true\nawsvpc-block-imds = true\nreserved-memory = 300\n"}"##
        #expect(try agent(toml, field: "setsCluster") == "true")
        #expect(try agent(toml, field: "isSpotDrainingOn") == "true")
        #expect(try agent(toml, field: "blocksTaskMetadata") == "true")
        #expect(try agent(toml, field: "reservedMemory") == "300")
        #expect(try agent(##"!Base64 "[settings.ecs]\nsettings.ecs.cluster='main'\n""##, field: "cluster") == "main")
        #expect(try agent(##"!Base64 "[settings.ecs]\n# no cluster = x\nloglevel = 'info'\n""##, field: "setsCluster") == "false")
        #expect(try agent(##"!Base64 "#!/bin/sh\ncluster = 'main'\n""##, field: "setsCluster") == "false")
        let powerShell =
            ##"!Base64 {"Fn::Sub": "[Environment]::SetEnvironmentVariable(\"ECS_ENABLE_SPOT_INSTANCE_DRAINING\", \"true\", \"Machine\")\n$env:ECS_CONTAINER_STOP_TIMEOUT = '2m'\nInitialize-ECSAgent -Cluster ${Cluster} -EnableTaskIAMRole\n"}"##
        #expect(try agent(powerShell, field: "setsCluster") == "true")
        #expect(try agent(powerShell, field: "isSpotDrainingOn") == "true")
        #expect(try agent(powerShell, field: "stopTimeout") == "120")
        #expect(try agent(##"!Base64 "Initialize-ECSAgent -Cluster 'main'""##, field: "cluster") == "main")
        #expect(
            try agent(##"!Base64 "#!/bin/sh\n# \"ECS_CLUSTER\" is not set\nrun -Cluster x\n""##, field: "setsCluster") == "false")
    }

    @Test(
        "A list of subnets that may be one text with commas",
        arguments: [
            ("[!Join [',', !Ref Several]]", "list(1+)"), ("[!Ref Name]", "list(1+)"), ("['a,b']", "list(2)"),
            ("[!Ref Subnet]", "list(1)"), ("[a]", "list(1)"), ("[a, b]", "list(2)"), ("!Ref Several", "unknown"),
        ])
    func subnets(_ written: String, _ shown: String) throws {
        let model = try model(
            """
            Parameters: {Name: {Type: String}, Several: {Type: CommaDelimitedList}}
            Resources:
              Subnet: {Type: AWS::EC2::Subnet}
              Hosts: {Type: AWS::AutoScaling::AutoScalingGroup, Properties: {VPCZoneIdentifier: \(written)}}
            """)
        #expect(try model.field("subnets", of: model.object("Hosts", kind: .autoScalingGroup)).shown == shown)
    }

    @Test("Names of FIFO queues, and whether the timeout is written")
    func queues() throws {
        func field(_ name: String, _ properties: String) throws -> String {
            let model = try model(
                "Parameters: {E: {Type: String}}\nResources: {Q: {Type: AWS::SQS::Queue, Properties: {\(properties)}}}")
            return try model.field(name, of: model.object("Q", kind: .queue)).shown
        }
        #expect(try field("nameEndsInFifo", "QueueName: jobs.fifo") == "true")
        #expect(try field("nameEndsInFifo", "QueueName: !Sub '${E}-jobs.fifo'") == "true")
        #expect(try field("nameEndsInFifo", "QueueName: !Sub '${E}-jobs'") == "false")
        #expect(try field("nameEndsInFifo", "QueueName: !Sub 'jobs-${E}'") == "unknown")
        #expect(try field("nameEndsInFifo", "QueueName: !Sub '${E}fifo'") == "unknown")
        #expect(try field("nameEndsInFifo", "FifoQueue: true") == "absent")
        #expect(try field("isVisibilityTimeoutWritten", "VisibilityTimeout: 30") == "true")
        #expect(try field("isVisibilityTimeoutWritten", "FifoQueue: true") == "false")
    }
}
