import Evaluation
import Templates
import Text

/// Works out who hears of an alarm's state without being among its actions: composite alarms, and event rules.
///
/// Source: CloudWatch user guide, "Create a composite alarm" (the rule's functions) and "Alarm events and EventBridge"
/// (source `aws.cloudwatch`, detail type `CloudWatch Alarm State Change`, the alarm's ARN among `resources`).
struct AlarmListenerDerivation {
    let assembly: ModelAssembly
    let resolver: LinkResolver

    func run() {
        var composites = ReverseLinks()
        for composite in assembly.ids(of: .compositeAlarm) { collect(composite, into: &composites) }
        let rules = Dictionary(grouping: assembly.ids(of: .eventRule).filter(mayHearOfAlarms), by: assembly.root)
        for alarm in assembly.ids(of: .alarm) {
            let open = assembly.openReasons(of: alarm)
            let doubts = open + composites.doubts(inRoot: assembly.root(of: alarm))
            assembly.setDerived(.compositeAlarms, of: alarm, to: assembly.links(composites.owners(of: alarm), open: doubts))
            collect(rules[assembly.root(of: alarm)] ?? [], of: alarm, open: open)
        }
    }

    // MARK: - Composite alarms

    private func collect(_ composite: ObjectID, into links: inout ReverseLinks) {
        let rule = assembly.written(.rule, of: composite)
        let root = assembly.root(of: composite)
        var doubts = ModelAssembly.openReasons(rule)
        for (value, condition) in ModelAssembly.elements(rule) {
            var text = ""
            let holds = condition.and(assembly.objects[composite.index].existence)
            for part in value.textParts {
                switch part {
                case .literal(let literal): text += literal
                case .value(let value):
                    if case .reference(let reference) = value.content {
                        if let alarm = assembly.idsByResource[reference.resource] { links.add(composite, when: holds, to: alarm) }
                    } else if value.knownText == nil {
                        doubts += value.unknownReasons
                    }
                    // What is not known keeps the texts around it from being a name.
                    text += value.knownText ?? "\u{0}"
                }
            }
            for name in Self.names(in: text) {
                let named = assembly.ids(of: .alarm, named: name, inRoot: root)
                for alarm in named.certain { links.add(composite, when: holds, to: alarm) }
                // Each of thousands of unknown names would say the same.
                doubts += named.possible.prefix(64).flatMap { assembly.writtenName(of: $0)?.unknownReasons ?? [] }
            }
        }
        links.add(doubts: doubts, inRoot: root)
    }

    /// What stands in the brackets of a rule's functions: names, or the last part of ARNs.
    private static func names(in rule: String) -> [String] {
        rule.split(whereSeparator: { "()\"".contains($0) }).compactMap { part in
            let name = part.trimmed
            return name.isEmpty ? nil : String(name.split(separator: ":").last ?? name[...])
        }
    }

    // MARK: - Event rules

    /// Whether a rule's pattern may want events of CloudWatch; most rules are settled by that.
    private func mayHearOfAlarms(_ rule: ObjectID) -> Bool {
        if case .bool(false) = assembly.field(.hasPattern, of: rule).content { return false }
        guard case .list(let sources, let open) = assembly.field(.sources, of: rule).content else { return true }
        return sources.isEmpty || !open.isEmpty
            || sources.contains { source in
                if case .string(let name) = source.field.content { name == "aws.cloudwatch" } else { true }
            }
    }

    private func collect(_ rules: [ObjectID], of alarm: ObjectID, open: [Reason]) {
        assembly.derive(.eventRules, of: alarm) { reading throws(ReadingFailure) in
            var found: [ObjectID] = []
            var doubts = open
            for rule in rules {
                guard try reading.isTrue(assembly.objects[rule.index].existence) else { continue }
                do throws(ReadingFailure) {
                    if try hears(rule, of: alarm, reading) { found.append(rule) }
                } catch {
                    if case .undecided = error { throw error }
                    doubts += error.reasons
                }
            }
            return assembly.links(found.map { ($0, .always) }, open: ModelAssembly.unique(doubts))
        }
    }

    private func hears(_ rule: ObjectID, of alarm: ObjectID, _ reading: Reading) throws(ReadingFailure) -> Bool {
        let pattern = EventPatternReading(rule: rule, reading: reading)
        guard try pattern.isOn, try pattern.wants("aws.cloudwatch", in: .sources),
            try pattern.wants("CloudWatch Alarm State Change", in: .detailTypes)
        else { return false }
        for field in [FieldKey.alarms, .alarmResources] {
            let wanted = assembly.objects(field, of: rule)
            if wanted.found.contains(where: { $0.id == alarm }) { continue }
            let wantsAll = try reading.list(field, of: rule, isOpenAllowed: true).isEmpty && wanted.open.isEmpty
            if wantsAll { continue }
            guard wanted.open.isEmpty else { throw .unknown(wanted.open, mayBeAbsent: false) }
            return false
        }
        return true
    }
}
