import Evaluation
import Templates

/// Works out which services of AWS must assume a role, and whether its trust policy lets them.
///
/// Source of the principals: ECS developer guide, "Amazon ECS task IAM role" and "Amazon ECS task execution IAM role";
/// "Amazon ECS container instance IAM role"; EventBridge user guide, "Using IAM policies (identity-based policies)", "Pipes
/// permissions" and "Setting up the execution role" of EventBridge Scheduler.
struct RoleUseDerivation {
    let assembly: ModelAssembly
    private let reader: PolicyReader

    /// A service that must assume a role, and what happens where it may not.
    private struct Service: Hashable {
        let principal: String
        let consequence: String

        static let tasks = Service(principal: "ecs-tasks.amazonaws.com", consequence: "no task starts")
        static let events = Service(principal: "events.amazonaws.com", consequence: "the rule starts nothing")
        static let scheduler = Service(principal: "scheduler.amazonaws.com", consequence: "the schedule starts nothing")
        static let pipes = Service(principal: "pipes.amazonaws.com", consequence: "the pipe receives nothing")
        static let instances = Service(
            principal: "ec2.amazonaws.com", consequence: "its instances get no credentials and register with no cluster")
    }

    private struct Use: Hashable {
        let role: ObjectID
        let service: Service
    }

    private struct User {
        let id: ObjectID
        let purpose: String
        let condition: Condition
    }

    init(assembly: ModelAssembly) {
        self.assembly = assembly
        reader = PolicyReader(assembly)
    }

    /// - Precondition: the roles of instances are known.
    func run() {
        var order: [Use] = []
        var users: [Use: [User]] = [:]
        func add(_ field: FieldKey, of id: ObjectID, _ service: Service, _ purpose: String) {
            for role in assembly.objects(field, of: id).found {
                let use = Use(role: role.id, service: service)
                let user = User(
                    id: id, purpose: purpose, condition: role.condition.and(assembly.objects[id.index].existence))
                if users[use] == nil { order.append(use) }
                users[use, default: []].append(user)
            }
        }
        for id in assembly.ids(of: .taskDefinition) {
            add(.taskRole, of: id, .tasks, "task role")
            add(.executionRole, of: id, .tasks, "execution role")
        }
        for id in assembly.ids(of: .eventTarget) {
            let isOf = { (link: FieldKey) in !assembly.field(link, of: id).isAbsent }
            add(.role, of: id, isOf(.pipe) ? .pipes : isOf(.schedule) ? .scheduler : .events, "role")
        }
        for id in assembly.ids(of: .autoScalingGroup) where mayServeTasks(id) {
            add(.instanceRole, of: id, .instances, "instance role")
        }
        var uses: [ObjectID: [(id: ObjectID, condition: Condition)]] = [:]
        for use in order {
            guard saysWhomItTrusts(use.role), let found = users[use], let id = addUse(use, by: found) else { continue }
            uses[use.role, default: []].append((id, found.reduce(Condition.never) { $0.or($1.condition) }))
        }
        for role in assembly.ids(of: .role) {
            assembly.setDerived(.uses, of: role, to: assembly.links(uses[role] ?? [], open: []))
        }
    }

    private func mayServeTasks(_ group: ObjectID) -> Bool {
        if case .bool(false) = assembly.field(.servesTasks, of: group).content { false } else { true }
    }

    /// A role without a trust policy is refused when it is made; nothing is said of whom it trusts.
    private func saysWhomItTrusts(_ role: ObjectID) -> Bool { !assembly.written(.trustStatements, of: role).isAbsent }

    private func addUse(_ use: Use, by users: [User]) -> ObjectID? {
        guard let first = users.first else { return nil }
        let name = assembly.objects[first.id.index].name
        guard let id = assembly.addDerived(.roleUse, named: name, at: assembly.value(of: first.id), like: first.id) else {
            return nil
        }
        assembly.setDerived(.servicePrincipal, of: id, to: .string(use.service.principal))
        assembly.setDerived(.purpose, of: id, to: .string(first.purpose))
        assembly.setDerived(.consequence, of: id, to: .string(use.service.consequence))
        assembly.derive(.mayAssume, of: id) { reading throws(ReadingFailure) in
            let trust = reader.policies(.trustStatements, of: use.role)
            let request = PolicyRequest("sts:AssumeRole", on: [], by: .service(use.service.principal))
            return try trust.answer(to: request, reading).content
        }
        return id
    }
}
