import Evaluation
import Templates

/// Works out whether roles may do what their bearers need: receive from queues, read secrets, run tasks, publish metrics.
struct AccessDerivation {
    let assembly: ModelAssembly
    let resolver: LinkResolver
    let questions: AccessQuestions
    private let consumers: [Consumption: ObjectID]

    private struct Consumption: Hashable {
        let queue: ObjectID
        let service: ObjectID
    }

    /// - Precondition: the consumers of all queues are known.
    init(assembly: ModelAssembly, resolver: LinkResolver, questions: AccessQuestions) {
        self.assembly = assembly
        self.resolver = resolver
        self.questions = questions
        var consumers: [Consumption: ObjectID] = [:]
        for queue in assembly.ids(of: .queue) {
            for consumer in assembly.objects(.consumers, of: queue).found {
                guard case .object(let service) = assembly.field(.service, of: consumer.id).content else { continue }
                let key = Consumption(queue: queue, service: service)
                if consumers[key] == nil { consumers[key] = consumer.id }
            }
        }
        self.consumers = consumers
    }

    func run() {
        for id in assembly.ids(of: .service) {
            readQueueAccess(of: id)
            readTaskProtection(of: id)
        }
        for id in assembly.ids(of: .taskDefinition) { readSecrets(of: id) }
        for id in assembly.ids(of: .eventTarget) { readTarget(id) }
        PipeAccessDerivation(assembly: assembly, questions: questions).run()
        ScalerDerivation(assembly: assembly, questions: questions).run()
        PublisherDerivation(assembly: assembly, questions: questions).run()
    }

    // MARK: - Queues

    private func readQueueAccess(of service: ObjectID) {
        let (queues, open) = assembly.objects(.consumedQueues, of: service)
        let links = queues.compactMap { queue -> (id: ObjectID, condition: Condition)? in
            addAccess(of: service, to: queue.id).map { ($0, queue.condition) }
        }
        assembly.setDerived(.queueAccess, of: service, to: assembly.links(links, open: open))
    }

    private func addAccess(of service: ObjectID, to queue: ObjectID) -> ObjectID? {
        let name = assembly.objects[queue.index].name
        guard let id = assembly.addDerived(.queueAccess, named: name, at: assembly.value(of: service), like: service) else {
            return nil
        }
        assembly.setDerived(.queue, of: id, to: .object(queue))
        assembly.derive(.role, of: id) { reading throws(ReadingFailure) in
            guard let definition = try reading.object(.taskDefinition, of: service) else { return .absent }
            return try reading.object(.taskRole, of: definition).map { .object($0) } ?? .absent
        }
        let actions: [(FieldKey, String)] = [
            (.mayReceive, "sqs:ReceiveMessage"), (.mayDelete, "sqs:DeleteMessage"),
            (.mayChangeVisibility, "sqs:ChangeMessageVisibility"),
        ]
        questions.derive(actions, of: id) { reading throws(ReadingFailure) in
            guard let role = try reading.object(.role, of: id) else { return .answer(try withoutRole(service, reading)) }
            return .role(role, queue: queue)
        }
        assembly.derive(.mayDecrypt, of: id) { reading throws(ReadingFailure) in
            guard try reading.bool(.usesCustomerKey, of: queue) == true else { return .bool(true) }
            guard let role = try reading.object(.role, of: id) else { return try withoutRole(service, reading) }
            return try questions.mayDecrypt(messagesOf: queue, as: role, reading)
        }
        assembly.derive(.extendsVisibility, of: id) { reading throws(ReadingFailure) in
            guard let consumer = consumers[Consumption(queue: queue, service: service)] else { return .bool(false) }
            return .bool(try reading.bool(.extendsVisibility, of: consumer) ?? false)
        }
        return id
    }

    /// Containers without a task role have no rights on Fargate, and the instance's on instances.
    ///
    /// Source: ECS developer guide, "Task IAM role" and "Container instance IAM role".
    private func withoutRole(_ service: ObjectID, _ reading: Reading) throws(ReadingFailure) -> Field.Content {
        if try reading.bool(.isOnFargate, of: service) == true { return .bool(false) }
        return .unknown(
            [Reason("without a task role containers have the rights of the instance's role")], mayBeAbsent: false)
    }

    private func readTaskProtection(of service: ObjectID) {
        assembly.derive(.mayProtectTasks, of: service) { reading throws(ReadingFailure) in
            guard let definition = try reading.object(.taskDefinition, of: service),
                let role = try reading.object(.taskRole, of: definition)
            else { return .bool(false) }
            let request = PolicyRequest("ecs:UpdateTaskProtection", on: [questions.anyTask])
            return try questions.mayRole(role, request, reading).content
        }
    }

    // MARK: - Secrets

    private func readSecrets(of definition: ObjectID) {
        for container in assembly.objects(.containers, of: definition).found {
            var variables = assembly.objects(.secrets, of: container.id).found
            for configuration in assembly.objects(.logConfiguration, of: container.id).found {
                variables += assembly.objects(.secretOptions, of: configuration.id).found
            }
            for variable in variables { readSecret(variable.id, of: definition) }
        }
    }

    private func readSecret(_ variable: ObjectID, of definition: ObjectID) {
        let value = assembly.written(.valueFrom, of: variable)
        let place = SecretPlace(value, names: questions.names)
        for (kind, field) in [(Kind.secret, FieldKey.secret), (.parameter, .parameter)] {
            guard place.mayBe(kind), let declaration = assembly.schema.declaration(of: kind) else { continue }
            let content = resolver.link(place.value, to: declaration, from: definition)
            guard case .object = content else { continue }
            assembly.setField(
                field, of: variable, to: Field(content, state: .derived, origin: value.origin, steps: value.steps))
        }
        assembly.derive(.mayBeRead, of: variable) { reading throws(ReadingFailure) in
            guard let role = try reading.object(.executionRole, of: definition) else { return .bool(false) }
            return try mayRead(place, variable, role, reading).content
        }
        assembly.derive(.mayDecrypt, of: variable) { reading throws(ReadingFailure) in
            try mayDecrypt(variable, of: definition, reading)
        }
    }

    /// Whether the execution role may decrypt with the customer's key that a secret of the input is under.
    ///
    /// Source: ECS developer guide, "Amazon ECS task execution IAM role": kms:Decrypt for secrets under a key of the customer.
    private func mayDecrypt(
        _ variable: ObjectID, of definition: ObjectID, _ reading: Reading
    ) throws(ReadingFailure) -> Field.Content {
        for (link, service) in [(FieldKey.secret, "secretsmanager"), (.parameter, "ssm")] {
            // A secret from outside is not known, and neither is its key.
            guard case .object(let secret) = assembly.field(link, of: variable).content else { continue }
            guard try reading.bool(.usesCustomerKey, of: secret) == true,
                let role = try reading.object(.executionRole, of: definition)
            else { continue }
            if case .object(let key)? = try? reading.content(.key, of: secret) {
                return try questions.mayRole(role, do: "kms:Decrypt", withKey: key, by: service, reading).content
            }
            let name = questions.names.text(of: assembly.written(.kmsKeyId, of: secret), isPattern: false)
            var request = PolicyRequest("kms:Decrypt", on: [name])
            request.viaService = service
            if case .allowed = try questions.mayRole(role, request, reading) { continue }
            // The key's own policy, which is elsewhere, may let the role in.
            _ = try reading.object(.key, of: secret)
        }
        return .bool(true)
    }

    private func mayRead(
        _ place: SecretPlace, _ variable: ObjectID, _ role: ObjectID, _ reading: Reading
    ) throws(ReadingFailure) -> PolicyAnswer {
        if let secret = try reading.object(.secret, of: variable) {
            return try questions.mayRole(role, do: "secretsmanager:GetSecretValue", with: secret, reading)
        }
        if let parameter = try reading.object(.parameter, of: variable) {
            return try questions.mayRole(
                role, PolicyRequest("ssm:GetParameters", on: questions.arns(of: parameter)), reading)
        }
        var answer: PolicyAnswer?
        for (action, text) in place.questions {
            let one = try questions.mayRole(role, PolicyRequest(action, on: [text]), reading)
            answer = answer?.either(one) ?? one
        }
        return answer ?? .unknown([Reason("which secret is meant is not known")])
    }

    // MARK: - Event targets

    private func readTarget(_ id: ObjectID) {
        assembly.derive(.mayRunTask, of: id) { reading throws(ReadingFailure) in
            guard try reading.bool(.isTask, of: id) == true else { return .absent }
            guard let role = try reading.object(.role, of: id) else { return .bool(false) }
            guard let definition = try reading.object(.taskDefinition, of: id) else { return .bool(false) }
            var request = PolicyRequest("ecs:RunTask", on: questions.arns(of: definition))
            request.cluster = clusters(of: id)
            return try questions.mayRole(role, request, reading).content
        }
        assembly.derive(.mayPassRoles, of: id) { reading throws(ReadingFailure) in
            guard try reading.bool(.isTask, of: id) == true, let definition = try reading.object(.taskDefinition, of: id)
            else {
                return .absent
            }
            return try mayPassRoles(of: definition, target: id, reading)
        }
        for (field, link) in [(FieldKey.mayPassTaskRole, FieldKey.taskRole), (.mayPassExecutionRole, .executionRole)] {
            assembly.derive(field, of: id) { reading throws(ReadingFailure) in
                guard try reading.bool(.isTask, of: id) == true,
                    let definition = try reading.object(.taskDefinition, of: id),
                    let passed = try reading.object(link, of: definition)
                else { return .absent }
                guard let role = try reading.object(.role, of: id) else { return .bool(false) }
                return try mayPass(passed, by: role, reading).content
            }
        }
        assembly.derive(.runSeconds, of: id) { reading throws(ReadingFailure) in
            guard try reading.bool(.isTask, of: id) == true, let definition = try reading.object(.taskDefinition, of: id)
            else {
                return .absent
            }
            return WorkerFactReading(assembly: assembly, worker: definition, definition: definition)
                .integer("runSeconds", declared: \.runSeconds, usual: nil).content
        }
    }

    /// Whether a target's role may pass both roles of a task. One that it surely may not pass decides, whatever the other is.
    private func mayPassRoles(
        of definition: ObjectID, target id: ObjectID, _ reading: Reading
    ) throws(ReadingFailure) -> Field.Content {
        var passed: [ObjectID] = []
        var failure: ReadingFailure?
        for link in [FieldKey.taskRole, .executionRole] {
            do throws(ReadingFailure) {
                if let role = try reading.object(link, of: definition) { passed.append(role) }
            } catch {
                failure = error
            }
        }
        if passed.isEmpty, failure == nil { return .absent }
        guard let role = try reading.object(.role, of: id) else { return .bool(false) }
        var answer: PolicyAnswer?
        for target in passed {
            let one = try mayPass(target, by: role, reading)
            answer = answer?.and(one) ?? one
        }
        switch answer {
        case .denied?, .notGranted?: return .bool(false)
        default: break
        }
        if let failure { throw failure }
        return answer?.content ?? .absent
    }

    private func mayPass(
        _ passed: ObjectID, by role: ObjectID, _ reading: Reading
    ) throws(ReadingFailure) -> PolicyAnswer {
        var request = PolicyRequest("iam:PassRole", on: questions.arns(of: passed))
        request.viaService = "ecs-tasks.amazonaws.com"
        return try questions.mayRole(role, request, reading)
    }

    /// The texts that may name the cluster that a target runs its task on, for conditions on `ecs:cluster`; empty for pipes,
    /// whose target is read elsewhere.
    private func clusters(of target: ObjectID) -> [PolicyText] {
        let arn = assembly.written(.arn, of: target)
        guard !arn.isAbsent, let declaration = assembly.schema.declaration(of: .cluster) else { return [] }
        if case .object(let cluster) = resolver.link(arn, to: declaration, from: target) {
            return questions.arns(of: cluster)
        }
        return [questions.names.text(of: arn, isPattern: false)]
    }
}
