import Evaluation
import Templates
import Text

/// Works out which alarms something else in the input refers to or names: a deployment that rolls back, an environment of
/// AppConfig, an experiment, a health check, a function that reads the alarm's state itself.
struct AlarmReferenceDerivation {
    let assembly: ModelAssembly

    func run() {
        let alarms = assembly.ids(of: .alarm)
        guard !alarms.isEmpty else { return }
        var walk = Walk(assembly)
        for stack in assembly.workload.stacks {
            for resource in stack.resources { walk.visit(resource) }
        }
        let given = givenOut()
        for alarm in alarms {
            let content: Field.Content
            if walk.isReferred(alarm) {
                content = .bool(true)
            } else if walk.isExhausted {
                content = .unknown([Reason("the input holds more than is searched for its name")], mayBeAbsent: false)
            } else if given.contains(alarm) {
                let name = assembly.objects[alarm.index].name
                content = .unknown([Reason("\(name) is an output, so something elsewhere may read it")], mayBeAbsent: false)
            } else {
                let open = assembly.openReasons(of: alarm)
                content = open.isEmpty ? .bool(false) : .unknown(open, mayBeAbsent: false)
            }
            assembly.setDerived(.isReferredTo, of: alarm, to: content)
        }
    }

    /// The alarms that stacks tell to others.
    private func givenOut() -> Set<ObjectID> {
        let values = assembly.workload.stacks.flatMap { $0.exports + $0.outputs }.flatMap { ModelAssembly.elements($0) }
        var things = GivenThings()
        for value in values { things.add(value.value) }
        return Set(things.references.compactMap { assembly.idsByResource[$0] })
    }

    /// A walk over everything that resources say.
    private struct Walk {
        private let assembly: ModelAssembly
        private let byName: [String: [ObjectID]]
        private var referred: Set<ObjectID> = []
        private var visits = 0
        private(set) var isExhausted = false

        /// Values that are looked at, and how deep: an input of the largest size has fewer.
        private static let mostVisits = 5_000_000
        private static let deepest = 200

        init(_ assembly: ModelAssembly) {
            self.assembly = assembly
            var byName: [String: [ObjectID]] = [:]
            for alarm in assembly.ids(of: .alarm) {
                guard let name = assembly.writtenName(of: alarm)?.knownText, !name.isEmpty else { continue }
                byName[name, default: []].append(alarm)
            }
            self.byName = byName
        }

        func isReferred(_ alarm: ObjectID) -> Bool { referred.contains(alarm) }

        mutating func visit(_ resource: Resource) {
            let own = assembly.idsByResource[resource.id]
            guard case .map(let members, _) = resource.body.content else { return }
            for member in members where !Self.orders.contains(member.key) {
                visit(member.value, of: own, isNamedAlarm: Self.isAlarm(member.key), depth: 0)
            }
        }

        /// What says in which order resources are made; not that one reads another.
        private static let orders: Set<String> = ["DependsOn", "depends_on", "lifecycle"]

        private static func isAlarm(_ key: String) -> Bool { key.holds("alarm", ignoresCase: true) }

        private mutating func add(_ resource: ResourceID, of own: ObjectID?) {
            guard let id = assembly.idsByResource[resource], id != own else { return }
            referred.insert(id)
        }

        private mutating func add(named text: some StringProtocol, of own: ObjectID?) {
            for alarm in byName[String(text)] ?? [] where alarm != own { referred.insert(alarm) }
        }

        /// - Parameter isNamedAlarm: whether a key above says that names of alarms stand here. Elsewhere a text is taken for an
        ///   alarm's only as an ARN, since a queue may bear the same name.
        private mutating func visit(_ value: Value, of own: ObjectID?, isNamedAlarm: Bool, depth: Int) {
            visits += 1
            guard visits < Self.mostVisits, depth < Self.deepest else {
                isExhausted = true
                return
            }
            for mention in value.mentions { add(mention.resource, of: own) }
            switch value.content {
            case .reference(let reference): add(reference.resource, of: own)
            case .scalar(let scalar): add(text: scalar.text, of: own, isNamedAlarm: isNamedAlarm)
            case .text(let parts):
                for part in parts {
                    switch part {
                    case .literal(let text): add(text: text, of: own, isNamedAlarm: isNamedAlarm)
                    case .value(let inner): visit(inner, of: own, isNamedAlarm: isNamedAlarm, depth: depth + 1)
                    }
                }
            case .list(let elements, _):
                for element in elements { visit(element, of: own, isNamedAlarm: isNamedAlarm, depth: depth + 1) }
            case .map(let members, _):
                for member in members {
                    let isNamed = isNamedAlarm || Self.isAlarm(member.key)
                    visit(member.value, of: own, isNamedAlarm: isNamed, depth: depth + 1)
                }
            case .choice(_, let yes, let no):
                visit(yes, of: own, isNamedAlarm: isNamedAlarm, depth: depth + 1)
                visit(no, of: own, isNamedAlarm: isNamedAlarm, depth: depth + 1)
            case .absent, .unknown, .external: return
            }
        }

        private mutating func add(text: String, of own: ObjectID?, isNamedAlarm: Bool) {
            guard !byName.isEmpty else { return }
            if isNamedAlarm { add(named: text, of: own) }
            guard text.holds(":alarm:") else { return }
            // `arn:aws:cloudwatch:eu-west-1:111122223333:alarm:NAME`, in a text of its own or within one.
            for range in text.ranges(of: ":alarm:") {
                add(named: text[range.upperBound...].prefix { !"\"'], )".contains($0) }, of: own)
            }
        }
    }
}
