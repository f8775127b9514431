import Evaluation
import Templates

/// Works out who may call the functions of an input: rules, buckets and topics by permissions, schedules and pipes by roles.
struct InvocationDerivation {
    let assembly: ModelAssembly
    let resolver: LinkResolver
    let questions: AccessQuestions

    private static let action = "lambda:InvokeFunction"

    func run() {
        let functions = assembly.ids(of: .function)
        guard !functions.isEmpty else { return }
        let permissions = FunctionPermissions(assembly, resolver)
        for id in functions {
            let links = assembly.links(permissions.permissions(of: id), open: permissions.doubts(of: id))
            assembly.setDerived(.permissions, of: id, to: links)
        }
        for id in assembly.ids(of: .eventTarget) { readTarget(id) }
        for id in assembly.ids(of: .subscription) { readSubscription(id) }
        for id in assembly.ids(of: .bucket) { readNotifications(of: id) }
    }

    /// A rule needs the function's permission, or calls as a role where it names one; schedules and pipes call as their role.
    private func readTarget(_ target: ObjectID) {
        derive(for: target) { function, reading throws(ReadingFailure) in
            let role = try reading.object(.role, of: target)
            let byRole = try role.map { role throws(ReadingFailure) in try mayRole(role, call: function, reading) }
            guard let rule = try reading.object(.eventRule, of: target) else {
                return byRole ?? .unknown([Reason("the role that it acts as is not known")])
            }
            let byRule = try mayService("events.amazonaws.com", call: function, for: questions.arns(of: rule), reading)
            return byRole.map(byRule.or) ?? byRule
        }
    }

    private func readSubscription(_ subscription: ObjectID) {
        derive(for: subscription) { function, reading throws(ReadingFailure) in
            let topics = assembly.objects(.topic, of: subscription).found.map(\.id)
            let source =
                topics.first.map(questions.arns)
                ?? [questions.names.text(of: assembly.written(.topic, of: subscription), isPattern: false)]
            return try mayService("sns.amazonaws.com", call: function, for: source, reading)
        }
    }

    private func readNotifications(of bucket: ObjectID) {
        for notification in assembly.objects(.notifications, of: bucket).found {
            derive(for: notification.id) { function, reading throws(ReadingFailure) in
                try mayService("s3.amazonaws.com", call: function, for: questions.arns(of: bucket), reading)
            }
        }
    }

    private func derive(
        for caller: ObjectID, _ answer: (ObjectID, Reading) throws(ReadingFailure) -> PolicyAnswer
    ) {
        // What may be no function of the input at all says nothing of leave.
        let links = assembly.objects(.function, of: caller)
        guard !links.found.isEmpty else { return }
        assembly.derive(.mayInvoke, of: caller) { reading throws(ReadingFailure) in
            guard let function = try reading.object(.function, of: caller) else { return .absent }
            return try answer(function, reading).content
        }
    }

    private func mayService(
        _ principal: String, call function: ObjectID, for source: [PolicyText], _ reading: Reading
    ) throws(ReadingFailure) -> PolicyAnswer {
        try questions.mayService(principal, do: Self.action, with: function, for: source, reading)
    }

    /// Policies name a function with or without the alias or version that is called.
    private func mayRole(
        _ role: ObjectID, call function: ObjectID, _ reading: Reading
    ) throws(ReadingFailure) -> PolicyAnswer {
        let plain = questions.arns(of: function)
        let qualified = plain.map { arn in
            var text = arn.appending(":")
            text.append(.ignored)
            return text
        }
        return try questions.mayRole(role, PolicyRequest(Self.action, on: plain + qualified), reading)
    }
}
