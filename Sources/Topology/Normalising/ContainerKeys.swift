import Evaluation

/// The keys of container definitions as ECS documents them.
///
/// Terraform's AWS provider decodes `container_definitions` with Go's encoding/json, which matches the keys of structures
/// without regard to case, and of two keys that mean one member takes the later (https://pkg.go.dev/encoding/json#Unmarshal;
/// provider, `internal/service/ecs/task_definition_equivalency.go`). The keys of maps stay as they are.
enum ContainerKeys {
    /// The members of ECS's ContainerDefinition and of the structures in it (botocore ecs 2014-11-13).
    private static let documented: [String] = [
        "add", "appProtocol", "capabilities", "command", "condition", "containerName", "containerPath", "containerPort",
        "containerPortRange", "cpu", "credentialSpecs", "credentialsParameter", "dependsOn", "devices", "disableNetworking",
        "dnsSearchDomains", "dnsServers", "dockerLabels", "dockerSecurityOptions", "drop", "enabled", "entryPoint",
        "environment", "environmentFiles", "essential", "extraHosts", "firelensConfiguration", "hardLimit", "healthCheck",
        "hostPath", "hostPort", "hostname", "ignoredExitCodes", "image", "initProcessEnabled", "interactive", "interval",
        "ipAddress", "links", "linuxParameters", "logConfiguration", "logDriver", "maxSwap", "memory", "memoryReservation",
        "mountOptions", "mountPoints", "name", "namespace", "options", "permissions", "portMappings", "privileged",
        "protocol", "pseudoTerminal", "readOnly", "readonlyRootFilesystem", "repositoryCredentials", "resourceRequirements",
        "restartAttemptPeriod", "restartPolicy", "retries", "secretOptions", "secrets", "sharedMemorySize", "size",
        "softLimit", "sourceContainer", "sourceVolume", "startPeriod", "startTimeout", "stopTimeout", "swappiness",
        "systemControls", "timeout", "tmpfs", "type", "ulimits", "user", "value", "valueFrom", "versionConsistency",
        "volumesFrom", "workingDirectory",
    ]
    private static let isDocumented = Set(documented)
    private static let byLowercase = Dictionary(
        documented.map { ($0.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
    /// Members whose keys are the user's own words.
    private static let freeMaps: Set<String> = ["dockerLabels", "options"]

    /// The same definitions with every key as it is documented.
    static func documented(_ value: Value) -> Value {
        switch value.content {
        case .list(let elements, let open):
            return value.withContent(.list(elements.map { $0.flatMap(documented) }, open: open))
        case .map(let members, let open):
            let named = members.map { member -> Value.Member in
                let key = isDocumented.contains(member.key) ? member.key : byLowercase[member.key.lowercased()] ?? member.key
                return .init(key: key, value: freeMaps.contains(key) ? member.value : member.value.flatMap(documented))
            }
            return value.withContent(.map(named, open: open))
        default: return value
        }
    }
}

extension Value {
    fileprivate func withContent(_ content: Content) -> Value {
        Value(content, origin: origin, steps: steps, mentions: mentions, isJSONText: isJSONText)
    }
}
