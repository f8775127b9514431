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
        return consumer
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
