import Evaluation
import Templates

/// Looks for what changes the task count of services besides Application Auto Scaling: functions, schedules, workflows and
/// tasks whose role may call ecs:UpdateService. Roles of deployment tools may as well, and scale nothing.
struct ScalerDerivation {
    let assembly: ModelAssembly
    let questions: AccessQuestions

    /// The services that take a role on behalf of something that a template programs.
    private static let bearers: Set<String> = [
        "lambda.amazonaws.com", "scheduler.amazonaws.com", "states.amazonaws.com", "ecs-tasks.amazonaws.com",
    ]

    func run() {
        let services = assembly.ids(of: .service)
        guard !services.isEmpty else { return }
        let roles = scalers()
        for service in services {
            let root = assembly.root(of: service)
            assembly.derive(.hasOtherScaler, of: service) { reading throws(ReadingFailure) in
                let request = PolicyRequest("ecs:UpdateService", on: names(of: service))
                for role in roles where assembly.root(of: role) == root {
                    guard try reading.isTrue(assembly.objects[role.index].existence) else { continue }
                    if case .allowed = try questions.mayRole(role, request, reading) { return .bool(true) }
                }
                return .bool(false)
            }
        }
    }

    /// Roles that name the action in some statement and are borne by something that may scale.
    private func scalers() -> [ObjectID] {
        let ofFunctions = Set(assembly.ids(of: .function).flatMap { assembly.objects(.role, of: $0).found.map(\.id) })
        let ofTasks = Set(assembly.ids(of: .taskDefinition).flatMap { assembly.objects(.taskRole, of: $0).found.map(\.id) })
        let asked = PolicyText("ecs:updateservice")
        return assembly.ids(of: .role).filter { role in
            guard ofFunctions.contains(role) || ofTasks.contains(role) || isBorne(role) else { return false }
            return questions.policies(of: role).statements.contains { statement in
                statement.effect == "Allow" && !statement.isNotAction
                    && statement.actions.contains { if case .yes = $0.text.matches(asked) { true } else { false } }
            }
        }
    }

    private func isBorne(_ role: ObjectID) -> Bool {
        guard case .list(let elements, _) = assembly.field(.trustedServices, of: role).content else { return false }
        return elements.contains { element in
            guard case .string(let name) = element.field.content else { return false }
            return Self.bearers.contains(name)
        }
    }

    /// The ARN of a service, with and without its cluster.
    private func names(of service: ObjectID) -> [PolicyText] {
        let name = questions.names.name(of: service)
        var inCluster = PolicyText("service/")
        inCluster.append(.ignored)
        inCluster.append("/")
        return questions.arns(of: service)
            + [questions.names.arn("ecs", inCluster, name), questions.names.arn("ecs", PolicyText("service/"), name)]
    }
}
