import Evaluation
import Templates

/// Functions and pipes that AWS feeds from queues.
extension ConsumerDerivation {
    // MARK: - Functions

    func functionConsumers() -> [(ObjectID, [(id: ObjectID, condition: Condition)])] {
        assembly.ids(of: .eventSourceMapping).flatMap { mapping in
            let called = assembly.written(.function, of: mapping)
            let functions = resolver.candidates(called, among: .function, from: mapping)
            let function = functions.lazy.compactMap { candidate -> ObjectID? in
                guard case .object(let id) = candidate.meaning else { return nil }
                return id
            }.first
            let source = assembly.written(.queue, of: mapping)
            return resolver.candidates(source, among: .queue, from: mapping).compactMap {
                candidate -> (ObjectID, [(id: ObjectID, condition: Condition)])? in
                guard case .object(let queue) = candidate.meaning else { return nil }
                let condition = candidate.condition.and(assembly.objects[mapping.index].existence)
                let consumer = addConsumer(function: function, mapping: mapping, of: queue)
                return (queue, [(consumer, condition)])
            }
        }
    }

    private func addConsumer(function: ObjectID?, mapping: ObjectID, of queue: ObjectID) -> ObjectID {
        let owner = function ?? mapping
        let consumer = add(.consumer, named: assembly.objects[owner.index].name, at: assembly.value(of: owner), like: queue)
        let origin = assembly.objects[mapping.index].origin
        let evidence = Evidence(
            kind: "event-source-mapping", summary: "the event source mapping feeds it into a function", origin: origin,
            condition: .always)
        let facts = ConsumerFacts(WorkerFactReading(assembly: assembly, worker: owner, definition: nil))
        describe(consumer, queue: queue, evidence: [evidence], facts: facts)
        assembly.setDerived(.isFunction, of: consumer, to: .bool(true))
        assembly.setDerived(.isProcessingTimeDeclared, of: consumer, to: .bool(function != nil))
        assembly.setDerived(.usesSpot, of: consumer, to: .bool(false))
        if let function {
            assembly.setDerived(.function, of: consumer, to: .object(function))
            assembly.setField(.processingSeconds, of: consumer, to: assembly.field(.timeout, of: function))
        } else {
            assembly.setDerived(
                .processingSeconds, of: consumer,
                to: .unknown([Reason("the function is not in the input")], mayBeAbsent: false))
        }
        setExpectedTime(of: consumer)
        assembly.setField(.messagesPerReceive, of: consumer, to: assembly.field(.batchSize, of: mapping))
        assembly.setField(.batchingWindowSeconds, of: consumer, to: assembly.field(.batchingWindowSeconds, of: mapping))
        assembly.setField(.maximumConcurrency, of: consumer, to: assembly.field(.maximumConcurrency, of: mapping))
        if let function {
            assembly.derive(.reservedConcurrency, of: consumer) { reading throws(ReadingFailure) in
                guard try reading.bool(.isEnabled, of: mapping) ?? true,
                    try reading.bool(.hasProvisionedPollers, of: mapping) != true,
                    let reserved = try reading.integer(.reservedConcurrency, of: function)
                else { return .absent }
                return .integer(reserved)
            }
        }
        return consumer
    }

    // MARK: - Pipes

    func pipeConsumers() -> [(ObjectID, [(id: ObjectID, condition: Condition)])] {
        assembly.ids(of: .pipe).flatMap { pipe in
            assembly.objects(.sourceQueue, of: pipe).found.map { match in
                let condition = match.condition.and(assembly.objects[pipe.index].existence)
                return (match.id, [(addConsumer(pipe: pipe, of: match.id), condition)])
            }
        }
    }

    private func addConsumer(pipe: ObjectID, of queue: ObjectID) -> ObjectID {
        let name = assembly.objects[pipe.index].name
        let consumer = add(.consumer, named: name, at: assembly.value(of: pipe), like: queue)
        let evidence = Evidence(
            kind: "pipe", summary: "the pipe \(name) receives from it", origin: assembly.objects[pipe.index].origin,
            condition: .always)
        let facts = ConsumerFacts(WorkerFactReading(assembly: assembly, worker: pipe, definition: nil))
        describe(consumer, queue: queue, evidence: [evidence], facts: facts)
        assembly.setDerived(.isFunction, of: consumer, to: .bool(false))
        assembly.setDerived(.pipe, of: consumer, to: .object(pipe))
        assembly.setDerived(.usesSpot, of: consumer, to: .bool(false))
        assembly.setField(.processingSeconds, of: consumer, to: facts.processingSeconds)
        assembly.setDerived(.isProcessingTimeDeclared, of: consumer, to: .bool(facts.isProcessingTimeDeclared))
        setExpectedTime(of: consumer)
        assembly.setField(.messagesPerReceive, of: consumer, to: assembly.field(.batchSize, of: pipe))
        assembly.derive(.handsOver, of: consumer) { reading throws(ReadingFailure) in try handsOver(pipe, reading) }
        return consumer
    }

    /// Whether a pipe holds messages for no longer than a call takes: it waits for what enriches them, for functions and for
    /// express workflows, unless it is told not to.
    ///
    /// Source: EventBridge user guide, "Amazon EventBridge Pipes invocation types" (synchronous by default for both).
    private func handsOver(_ pipe: ObjectID, _ reading: Reading) throws(ReadingFailure) -> Field.Content {
        guard assembly.written(.enrichment, of: pipe).isAbsent else { return .bool(false) }
        let target = assembly.written(.targetArn, of: pipe)
        switch TargetService(target, in: assembly) {
        case .function: return .bool(try reading.string(.functionInvocation, of: pipe) == "FIRE_AND_FORGET")
        case .stateMachine: return .bool(try reading.string(.workflowInvocation, of: pipe) == "FIRE_AND_FORGET")
        case .other: return .bool(true)
        case nil:
            if try reading.string(.functionInvocation, of: pipe) == "FIRE_AND_FORGET" { return .bool(true) }
            if try reading.string(.workflowInvocation, of: pipe) == "FIRE_AND_FORGET" { return .bool(true) }
            return .unknown([Reason("what the pipe \(assembly.objects[pipe.index].name) calls is not known")], mayBeAbsent: false)
        }
    }
}

extension Field {
    /// The same with whole numbers as doubles.
    var asDouble: Field {
        switch content {
        case .integer(let value):
            Field(.double(Double(value)), state: state, origin: origin, steps: steps, assumptions: assumptions)
        case .choice(let condition, let yes, let no):
            Field(
                .choice(condition, yes.asDouble, no.asDouble), state: state, origin: origin, steps: steps,
                assumptions: assumptions)
        default: self
        }
    }
}
