// Defaults: ECS RegisterTaskDefinition (botocore ecs 2014-11-13).
// Terraform: the provider's page ecs_task_definition; container_definitions is ECS's own JSON, which the provider decodes with
// Go's encoding/json, which takes keys in any case (internal/service/ecs/task_definition_equivalency.go).

extension KindDeclaration {
    static let taskDefinition = KindDeclaration(
        .taskDefinition, cloudFormation: ["AWS::ECS::TaskDefinition"], terraform: ["aws_ecs_task_definition"],
        namedBy: .family, "An ECS task definition.",
        fields: [
            .init(.name, .string, "The name for people."),
            .init(
                .family, .string, cloudFormation: "Properties.Family", terraform: "family", isOptional: true,
                "The family's name."),
            .init(
                .tags, .list(.object(.tag)), cloudFormation: "Properties.Tags",
                terraform: .path("tags|tags_all", as: .keyValueMap(key: "key", value: "value")), default: .emptyList,
                "Its tags."),
            .init(
                .cpu, .integer, unit: .cpuUnits, cloudFormation: "Properties.Cpu", terraform: "cpu", isOptional: true,
                "CPU of the whole task, 1024 units a vCPU."),
            .init(
                .memory, .integer, unit: .mebibytes, cloudFormation: "Properties.Memory", terraform: "memory",
                isOptional: true, "Memory of the whole task."),
            .init(
                .networkMode, .string, cloudFormation: "Properties.NetworkMode", terraform: "network_mode",
                default: .string("bridge"), "bridge, host, awsvpc or none."),
            .init(
                .requiresCompatibilities, .list(.string), cloudFormation: "Properties.RequiresCompatibilities",
                terraform: "requires_compatibilities", default: .emptyList,
                "Launch types that the definition must suit."),
            .init(
                .cpuArchitecture, .string, cloudFormation: "Properties.RuntimePlatform.CpuArchitecture",
                terraform: "runtime_platform.cpu_architecture", default: .string("X86_64"), "X86_64 or ARM64."),
            .init(
                .operatingSystemFamily, .string, cloudFormation: "Properties.RuntimePlatform.OperatingSystemFamily",
                terraform: "runtime_platform.operating_system_family", default: .string("LINUX"),
                "LINUX or one of the Windows families."),
            .init(
                .ephemeralStorageGiB, .integer, cloudFormation: "Properties.EphemeralStorage.SizeInGiB",
                terraform: "ephemeral_storage.size_in_gib", isOptional: true,
                "Fargate's scratch space above the 20 GiB that come with it."),
            .init(
                .containers, .list(.object(.container)), cloudFormation: "Properties.ContainerDefinitions",
                terraform: .path("container_definitions", as: .containerKeys), default: .emptyList,
                "The containers of the task."),
            .init(
                .taskRole, .object(.role), cloudFormation: "Properties.TaskRoleArn", terraform: "task_role_arn",
                isOptional: true, "The role of the containers."),
            .init(
                .executionRole, .object(.role), cloudFormation: "Properties.ExecutionRoleArn",
                terraform: "execution_role_arn", isOptional: true, "The role of the ECS agent."),
            .init(.services, .list(.object(.service)), "The services that run it."),
            .init(
                .pidMode, .string, cloudFormation: "Properties.PidMode", terraform: "pid_mode", isOptional: true,
                "host or task; absent keeps each container apart."),
            .init(
                .ipcMode, .string, cloudFormation: "Properties.IpcMode", terraform: "ipc_mode", isOptional: true,
                "host, task or none."),
            .init(
                .volumes, .list(.object(.volume)), cloudFormation: "Properties.Volumes", terraform: "volume",
                default: .emptyList, "Volumes that containers mount."),
            .init(
                .placementConstraints, .list(.object(.placementConstraint)),
                cloudFormation: "Properties.PlacementConstraints", terraform: "placement_constraints",
                default: .emptyList, "Which instances its tasks may stand on."),
            .init(.usesOneRole, .bool, "Task role and execution role are the same."),
            .init(
                .longestStopTimeout, .integer, unit: .seconds,
                "The longest stop timeout of its essential containers."),
            .init(.isConsumer, .bool, "Something shows that it receives from a queue."),
            .init(
                .isOnFargate, .bool,
                "It is registered for Fargate, or a service, rule or schedule runs it there."),
        ])

    static let container = KindDeclaration(
        .container, "A container of a task definition.",
        fields: [
            .init(
                .name, .string, cloudFormation: "Name", terraform: "name", default: .string(""),
                "The container's name."),
            .init(.image, .string, cloudFormation: "Image", terraform: "image", isOptional: true, "The image."),
            .init(
                .cpu, .integer, unit: .cpuUnits, cloudFormation: "Cpu", terraform: "cpu", default: .integer(0),
                "CPU reserved for it."),
            .init(
                .memory, .integer, unit: .mebibytes, cloudFormation: "Memory", terraform: "memory", isOptional: true,
                "Hard limit: above it the container is killed."),
            .init(
                .memoryReservation, .integer, unit: .mebibytes, cloudFormation: "MemoryReservation",
                terraform: "memoryReservation", isOptional: true, "Soft limit: what the scheduler reserves."),
            .init(
                .essential, .bool, cloudFormation: "Essential", terraform: "essential", default: .bool(true),
                "Its end stops the task."),
            .init(
                .stopTimeout, .integer, unit: .seconds, cloudFormation: "StopTimeout", terraform: "stopTimeout",
                default: .integer(30), "Time between SIGTERM and SIGKILL."),
            .init(
                .environment, .list(.object(.environmentVariable)), cloudFormation: "Environment",
                terraform: "environment", default: .emptyList, "Environment variables."),
            .init(
                .secrets, .list(.object(.secretVariable)), cloudFormation: "Secrets", terraform: "secrets",
                default: .emptyList, "Variables filled from Secrets Manager or Parameter Store."),
            .init(
                .portMappings, .list(.object(.portMapping)), cloudFormation: "PortMappings",
                terraform: "portMappings", default: .emptyList, "Ports."),
            .init(
                .resourceRequirements, .list(.object(.resourceRequirement)), cloudFormation: "ResourceRequirements",
                terraform: "resourceRequirements", default: .emptyList, "GPUs and accelerators."),
            .init(
                .privileged, .bool, cloudFormation: "Privileged", terraform: "privileged", default: .bool(false),
                "It has the rights of the host's root."),
            .init(
                .readonlyRootFilesystem, .bool, cloudFormation: "ReadonlyRootFilesystem",
                terraform: "readonlyRootFilesystem", default: .bool(false), "It cannot write to its image."),
            .init(
                .initProcessEnabled, .bool, cloudFormation: "LinuxParameters.InitProcessEnabled",
                terraform: "linuxParameters.initProcessEnabled", default: .bool(false),
                "An init process passes signals on."),
            .init(
                .logConfiguration, .object(.logConfiguration), cloudFormation: "LogConfiguration",
                terraform: "logConfiguration", isOptional: true, "Where its logs go."),
            .init(
                .firelensType, .string, cloudFormation: "FirelensConfiguration.Type",
                terraform: "firelensConfiguration.type", isOptional: true,
                "fluentbit or fluentd for the container that routes the others' logs."),
            .init(
                .imageTag, .string, isOptional: true,
                "The tag of its image; absent where the image names none, or a digest."),
            .init(
                .isImagePinned, .bool,
                "Its image has a digest, or a tag other than latest; unknown where a pipeline may fill it in."),
            .init(.isInECR, .bool, "Its image is in a private repository of ECR."),
        ])

    static let environmentVariable = KindDeclaration(
        .environmentVariable, "An environment variable of a container.",
        fields: [
            .init(.name, .string, cloudFormation: "Name", terraform: "name", default: .string(""), "Its name."),
            .init(.value, .string, cloudFormation: "Value", terraform: "value", isOptional: true, "Its value."),
            .init(
                .credential, .string, isOptional: true,
                "What credential its literal value is, by its name or shape: 'AWS access key id'; absent for none."),
        ])

    static let secretVariable = KindDeclaration(
        .secretVariable, "A variable of a container that is filled from a secret.",
        fields: [
            .init(.name, .string, cloudFormation: "Name", terraform: "name", default: .string(""), "Its name."),
            .init(
                .valueFrom, .string, cloudFormation: "ValueFrom", terraform: "valueFrom", isOptional: true,
                "The secret's ARN or name."),
            .init(.secret, .object(.secret), isOptional: true, "The secret, when it stands in the input."),
            .init(.parameter, .object(.parameter), isOptional: true, "The parameter, when it stands in the input."),
            .init(.mayBeRead, .bool, "The execution role may read it."),
            .init(
                .mayDecrypt, .bool,
                "The execution role may decrypt with the key that it is under; true for AWS's own key and for secrets outside the input."
            ),
        ])

    static let portMapping = KindDeclaration(
        .portMapping, "A port of a container.",
        fields: [
            .init(
                .containerPort, .integer, cloudFormation: "ContainerPort", terraform: "containerPort",
                isOptional: true, "Inside the container."),
            .init(
                .hostPort, .integer, cloudFormation: "HostPort", terraform: "hostPort", isOptional: true,
                "On the instance; 0 picks a free one."),
            .init(
                .portProtocol, .string, cloudFormation: "Protocol", terraform: "protocol", default: .string("tcp"),
                "tcp or udp."),
        ])

    static let resourceRequirement = KindDeclaration(
        .resourceRequirement, "An accelerator that a container asks for.",
        fields: [
            .init(
                .type, .string, cloudFormation: "Type", terraform: "type", default: .string(""),
                "GPU or InferenceAccelerator."),
            .init(
                .value, .string, cloudFormation: "Value", terraform: "value", isOptional: true, "How many, or which."),
        ])
}
