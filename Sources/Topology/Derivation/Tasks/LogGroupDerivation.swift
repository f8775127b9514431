import Evaluation
import Templates

/// Works out which log groups the log driver makes, and whether it may.
///
/// Source: ECS developer guide, "Send Amazon ECS logs to CloudWatch": with `awslogs-create-group` the driver makes the group
/// where there is none, which needs logs:CreateLogGroup.
struct LogGroupDerivation {
    let assembly: ModelAssembly
    let resolver: LinkResolver
    let questions: AccessQuestions

    func run() {
        for definition in assembly.ids(of: .taskDefinition) {
            for container in assembly.objects(.containers, of: definition).found {
                for logs in assembly.objects(.logConfiguration, of: container.id).found {
                    readGroup(of: logs.id, in: definition)
                    readRight(of: logs.id, in: definition)
                }
            }
        }
    }

    private func readGroup(of logs: ObjectID, in definition: ObjectID) {
        let group = assembly.written(.group, of: logs)
        assembly.derive(.makesGroup, of: logs) { reading throws(ReadingFailure) in
            guard try reading.bool(.createsGroup, of: logs) == true,
                try reading.string(.logDriver, of: logs) == "awslogs"
            else { return .bool(false) }
            // Without any group in the input every name means one that is not there.
            guard !assembly.ids(of: .logGroup, besides: definition).isEmpty else { return .bool(true) }
            var doubts: [Reason] = []
            for candidate in resolver.candidates(group, among: .logGroup, from: definition)
            where try reading.isTrue(candidate.condition) {
                switch candidate.meaning {
                case .object(let id):
                    if try reading.isTrue(assembly.objects[id.index].existence) { return .bool(false) }
                case .unknown(let reasons, _): doubts += reasons
                case .outside, .absent: continue
                }
            }
            return doubts.isEmpty ? .bool(true) : .unknown(ModelAssembly.unique(doubts), mayBeAbsent: false)
        }
    }

    private func readRight(of logs: ObjectID, in definition: ObjectID) {
        let name = questions.names.text(of: assembly.written(.group, of: logs), isPattern: false)
        assembly.derive(.mayCreateGroup, of: logs) { reading throws(ReadingFailure) in
            guard let role = try reading.object(.executionRole, of: definition) else { return .absent }
            let texts = [
                questions.names.arn("logs", PolicyText("log-group:"), name),
                questions.names.arn("logs", PolicyText("log-group:"), name, PolicyText(":*")),
            ]
            return try questions.mayRole(role, PolicyRequest("logs:CreateLogGroup", on: texts), reading).content
        }
    }
}
