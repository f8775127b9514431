import Evaluation
import CEL
import Templates
import Topology
import YAMLBridge

/// What a rule's test says in `config:`, which is a part of what `ecslint.yaml` can say.
struct TestConfiguration {
    private(set) var options = LoadOptions()
    private(set) var facts = WorkerFacts()
    private(set) var context = CalculatorContext()
    private(set) var diagnostics: [RuleDiagnostic] = []

    init(_ node: Node?, timeZones: TimeZoneSource) {
        context.timeZones = timeZones
        options.facts = .builtIn
        guard let node else { return }
        var reader = RuleFileParser(sections: .everything)
        if let fields = reader.mapping(node, as: .configuration) { read(fields, &reader) }
        diagnostics = reader.diagnostics
    }

    private mutating func read(_ fields: MappingFields, _ reader: inout RuleFileParser) {
        options.region = reader.text(fields, "region")
        if let value = reader.value(fields, "assumeDefaults", .bool), case .bool(let flag) = value {
            options.assumesDefaults = flag
        }
        for entry in fields["parameters"]?.entries ?? [] {
            options.parameters[entry.key.text] = LoadOptions.ParameterValue(entry.value.text, source: "the test")
        }
        if fields["processingSecondsFrom"] != nil {
            facts.processingSecondsFrom = reader.texts(fields, "processingSecondsFrom")
        }
        if case .int(let memory)? = reader.value(fields, "hostMemoryMiB", .int) {
            context.hostMemoryMiB = Int(clamping: memory)
        }
        for entry in fields["workers"]?.entries ?? [] {
            if let worker = Self.worker(entry, &reader) { facts.workers.append(worker) }
        }
    }

    private static func worker(_ entry: Node.Entry, _ reader: inout RuleFileParser) -> WorkerDeclaration? {
        guard let fields = reader.mapping(entry.value, as: .worker) else { return nil }
        var worker = WorkerDeclaration(pattern: entry.key.text)
        worker.consumes = reader.texts(fields, "consumes")
        worker.processingSeconds = reader.integer(fields, "processingSeconds")
        worker.averageProcessingSeconds = reader.double(fields, "averageProcessingSeconds")
        worker.messagesPerReceive = reader.integer(fields, "messagesPerReceive")
        worker.concurrency = reader.integer(fields, "concurrency")
        if case .bool(let flag)? = reader.value(fields, "extendsVisibility", .bool) { worker.extendsVisibility = flag }
        worker.arrivalRate = reader.double(fields, "arrivalRate")
        worker.peakArrivalRate = reader.double(fields, "peakArrivalRate")
        worker.latencyGoalSeconds = reader.double(fields, "latencyGoalSeconds")
        worker.runSeconds = reader.integer(fields, "runSeconds")
        return worker
    }
}

extension RuleFileParser {
    fileprivate mutating func value(
        _ fields: MappingFields, _ key: String, _ type: RuleParameterType
    ) -> RuleParameterValue? {
        guard let node = fields[key] else { return nil }
        let value = RuleParameterValue(node, as: type)
        if value == nil { note(node, "wrong-type", "'\(key)' is of type \(type)") }
        return value
    }

    fileprivate mutating func integer(_ fields: MappingFields, _ key: String) -> Int64? {
        if case .int(let number)? = value(fields, key, .int) { number } else { nil }
    }

    fileprivate mutating func double(_ fields: MappingFields, _ key: String) -> Double? {
        if case .double(let number)? = value(fields, key, .double) { number } else { nil }
    }
}
