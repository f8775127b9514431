import Evaluation
import Templates

/// Works out facts of tasks and services from one or two of their own fields.
struct TaskDerivation {
    let assembly: ModelAssembly
    let resolver: LinkResolver

    func run() {
        for id in assembly.ids(of: .container) { readImage(of: id) }
        for id in assembly.ids(of: .environmentVariable) { readCredential(of: id) }
        for id in assembly.ids(of: .taskDefinition) {
            readRoles(of: id)
            readStopTimeout(of: id)
        }
        for id in assembly.ids(of: .strategyItem) { readProvider(of: id) }
        let index = LinkIndex(assembly)
        for id in assembly.ids(of: .cluster) { readSettings(of: id, index) }
        for id in assembly.ids(of: .service) {
            readMinimum(of: id)
            readSpot(of: id)
            readIgnored(of: id)
        }
        for id in assembly.ids(of: .queue) { readQueue(id) }
    }

    // MARK: - Containers

    private func readCredential(of variable: ObjectID) {
        let value = assembly.written(.value, of: variable)
        let name = assembly.written(.name, of: variable).knownText ?? ""
        let content = Self.credential(value, name: name)
        assembly.setField(
            .credential, of: variable, to: Field(content, state: .derived, origin: value.origin, steps: value.steps))
    }

    private static func credential(_ value: Value, name: String) -> Field.Content {
        switch value.content {
        case .scalar(let scalar): return CredentialShape.kind(of: scalar.text, name: name).map { .string($0) } ?? .absent
        case .choice(let condition, let yes, let no):
            return .choice(
                condition, Field(credential(yes, name: name), state: .derived, origin: yes.origin),
                Field(credential(no, name: name), state: .derived, origin: no.origin))
        case .text(let parts):
            // What is written between unknown parts may be a credential by its shape; the unknown parts are not literal.
            for case .literal(let text) in parts {
                if let kind = CredentialShape.kind(of: text) { return .string(kind) }
            }
            return .absent
        default: return .absent
        }
    }

    // MARK: - Task definitions

    private func readRoles(of definition: ObjectID) {
        let task = assembly.written(.taskRole, of: definition)
        let execution = assembly.written(.executionRole, of: definition)
        assembly.setDerived(.usesOneRole, of: definition, to: Self.isSame(task, execution))
    }

    private static func isSame(_ left: Value, _ right: Value) -> Field.Content {
        if left.isAbsent || right.isAbsent { return .bool(false) }
        if left.isSurelyEqual(to: right) { return .bool(true) }
        if case .reference(let one) = left.content, case .reference(let other) = right.content {
            return .bool(one.resource == other.resource)
        }
        if left.contradicts(right) { return .bool(false) }
        let reasons = left.unknownReasons + right.unknownReasons
        return reasons.isEmpty ? .bool(false) : .unknown(reasons, mayBeAbsent: false)
    }

    private func readStopTimeout(of definition: ObjectID) {
        assembly.derive(.longestStopTimeout, of: definition) { reading throws(ReadingFailure) in
            var longest: Int64?
            for container in try reading.objects(.containers, of: definition)
            where try reading.bool(.essential, of: container) ?? true {
                let timeout = try reading.integer(.stopTimeout, of: container) ?? 30
                longest = max(longest ?? timeout, timeout)
            }
            return .integer(longest ?? 30)
        }
    }

    // MARK: - Services

    private func readProvider(of item: ObjectID) {
        let name = assembly.field(.capacityProvider, of: item)
        let content: Field.Content =
            switch name.content {
            case .string(let text): .bool(text.hasPrefix("FARGATE"))
            case .unknown(let reasons, _):
                assembly.field(.autoScalingGroup, of: item).isAbsent ? .unknown(reasons, mayBeAbsent: false) : .bool(false)
            default: .unknown([Reason("which capacity provider is meant is not known")], mayBeAbsent: false)
            }
        assembly.setDerived(.isFargate, of: item, to: content)
    }

    /// The count that is not written: as for `maxTasks`, none in Terraform.
    private func readMinimum(of service: ObjectID) {
        assembly.derive(.minTasks, of: service) { reading throws(ReadingFailure) in
            if let target = try reading.object(.scalableTarget, of: service) {
                return try reading.integer(.minCapacity, of: target).map { .integer($0) }
                    ?? .unknown([Reason("the scalable target has no minimum")], mayBeAbsent: false)
            }
            let usual: Int64 = assembly.dialect(of: service) == .terraform ? 0 : 1
            return .integer(try reading.integer(.desiredCount, of: service) ?? usual)
        }
    }

    private func readSpot(of service: ObjectID) {
        assembly.derive(.isSpotOnly, of: service) { reading throws(ReadingFailure) in
            let items = try reading.objects(.effectiveStrategy, of: service)
            guard !items.isEmpty else {
                let groups = try reading.objects(.autoScalingGroups, of: service)
                guard !groups.isEmpty else { return .bool(false) }
                for group in groups where try !isSpotOnly(group, reading) { return .bool(false) }
                return .bool(true)
            }
            var counts = false
            for item in items {
                let base = try reading.integer(.base, of: item) ?? 0
                let weight = try reading.integer(.weight, of: item) ?? 0
                guard base > 0 || weight > 0 else { continue }
                counts = true
                guard try reading.bool(.isSpot, of: item) == true else { return .bool(false) }
            }
            return .bool(counts)
        }
    }

    private func isSpotOnly(_ group: ObjectID, _ reading: Reading) throws(ReadingFailure) -> Bool {
        guard try reading.bool(.usesSpot, of: group) == true else { return false }
        guard try reading.bool(.isMixed, of: group) == true else { return true }
        let base = try reading.integer(.onDemandBaseCapacity, of: group) ?? 0
        let percentage = try reading.integer(.onDemandPercentageAboveBaseCapacity, of: group) ?? 100
        return base == 0 && percentage == 0
    }

    /// Terraform's `lifecycle { ignore_changes = [desired_count] }`, where the sources tell it; a plan does not.
    private func readIgnored(of service: ObjectID) {
        guard assembly.dialect(of: service) == .terraform else {
            assembly.setDerived(.isDesiredCountIgnored, of: service, to: isCountMadeAtDeployment(service))
            return
        }
        // For DAEMON services the provider neither sends the count nor compares it (internal/service/ecs/service.go).
        if case .string("DAEMON") = assembly.field(.schedulingStrategy, of: service).content {
            return assembly.setDerived(.isDesiredCountIgnored, of: service, to: .bool(true))
        }
        let lifecycle = assembly.value(of: service).member("lifecycle")
        let ignored = lifecycle.block.member("ignore_changes")
        let reasons = ModelAssembly.openReasons(ignored)
        let names = ModelAssembly.elements(ignored).compactMap(\.value.knownText)
        let isIgnored = names.contains { $0 == "desired_count" || $0 == "all" }
        let isPlan = assembly.isFromPlan(service)
        let content: Field.Content =
            if isIgnored {
                .bool(true)
            } else if lifecycle.isAbsent, isPlan {
                .unknown([Reason("a plan does not say which changes Terraform ignores")], mayBeAbsent: false)
            } else {
                reasons.isEmpty ? .bool(false) : .unknown(reasons, mayBeAbsent: false)
            }
        assembly.setDerived(.isDesiredCountIgnored, of: service, to: content)
    }

    /// A count that another resource gives, as the custom resource of AWS Copilot that answers with the running count: what
    /// it comes to is its own affair.
    private func isCountMadeAtDeployment(_ service: ObjectID) -> Field.Content {
        guard case .reference(let reference) = assembly.written(.desiredCount, of: service).content else { return .bool(false) }
        return .unknown(
            [Reason("\(reference.resource.logicalID) works the desired count out at deployment")], mayBeAbsent: false)
    }

    private func readSettings(of cluster: ObjectID, _ index: LinkIndex) {
        assembly.derive(.containerInsights, of: cluster) { reading throws(ReadingFailure) in
            for setting in try reading.objects(.settings, of: cluster)
            where try reading.string(.name, of: setting) == "containerInsights" {
                return try reading.string(.value, of: setting).map { .string($0) } ?? .string("disabled")
            }
            return try insightsOfAccount(of: cluster, reading)
        }
        let services = index.owners(.service, by: .cluster, of: cluster)
        assembly.setDerived(
            .services, of: cluster,
            to: assembly.links(services.found, open: assembly.openReasons(of: cluster) + services.open))
    }

    /// What the account's own setting says, where the input sets it: clusters that say nothing take that.
    ///
    /// Source: ECS PutAccountSettingDefault, `containerInsights` (botocore ecs 2014-11-13).
    private func insightsOfAccount(of cluster: ObjectID, _ reading: Reading) throws(ReadingFailure) -> Field.Content {
        for setting in assembly.ids(of: .accountSetting, besides: cluster) {
            guard try reading.isTrue(assembly.objects[setting.index].existence),
                try reading.string(.settingName, of: setting) == "containerInsights"
            else { continue }
            if let value = try reading.string(.value, of: setting) { return .string(value) }
        }
        return .string("disabled")
    }

    // MARK: - Queues

    private func readQueue(_ queue: ObjectID) {
        let timeout = assembly.field(.visibilityTimeout, of: queue)
        assembly.setDerived(.isVisibilityTimeoutWritten, of: queue, to: Self.isWritten(timeout))
        let name = assembly.written(.queueName, of: queue)
        let content = Self.endsInFifo(name)
        assembly.setField(
            .nameEndsInFifo, of: queue, to: Field(content, state: .derived, origin: name.origin, steps: name.steps))
    }

    private static func isWritten(_ field: Field) -> Field.Content {
        switch field.content {
        case .choice(let condition, let yes, let no):
            .choice(
                condition, Field(isWritten(yes), state: .derived, origin: yes.origin),
                Field(isWritten(no), state: .derived, origin: no.origin))
        case .unknown(let reasons, true): .unknown(reasons, mayBeAbsent: false)
        default: .bool(field.state != .defaulted && field.state != .absent)
        }
    }

    private static func endsInFifo(_ name: Value) -> Field.Content {
        switch name.content {
        case .absent: return .absent
        case .choice(let condition, let yes, let no):
            return .choice(
                condition, Field(endsInFifo(yes), state: .derived, origin: yes.origin),
                Field(endsInFifo(no), state: .derived, origin: no.origin))
        case .scalar(let scalar): return .bool(scalar.text.hasSuffix(".fifo"))
        case .text(let parts):
            guard case .literal(let end)? = parts.last, end.utf8.count >= ".fifo".utf8.count || !".fifo".hasSuffix(end)
            else {
                return .unknown(name.unknownReasons, mayBeAbsent: false)
            }
            return .bool(end.hasSuffix(".fifo"))
        default: return .unknown(name.unknownReasons, mayBeAbsent: false)
        }
    }
}
