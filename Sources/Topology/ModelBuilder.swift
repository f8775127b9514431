import Templates

/// Turns the stacks of an input into the model that rules read.
public struct ModelBuilder: Sendable {
    public let schema: ModelSchema
    public let facts: WorkerFacts

    /// - Parameters:
    ///   - schema: the model table.
    ///   - facts: what is known of workers beside the templates.
    public init(schema: ModelSchema = .builtIn, facts: WorkerFacts = WorkerFacts()) {
        self.schema = schema
        self.facts = facts
    }

    /// Reads every resource that the table knows, then works out the links between them.
    public func build(_ workload: Workload) -> Model {
        let assembly = ModelAssembly(schema: schema, facts: facts, workload: workload)
        let resolver = LinkResolver(assembly: assembly)
        OverlayResolver(assembly: assembly, resolver: resolver).run()
        let normaliser = Normaliser(assembly: assembly, resolver: resolver)
        for index in assembly.objects.indices { normaliser.readFields(of: ObjectID(index: index)) }
        ScalingDerivation(assembly: assembly, resolver: resolver).run()
        CapacityDerivation(assembly: assembly, resolver: resolver).run()
        ConsumerDerivation(assembly: assembly, resolver: resolver).run()
        DeadLetterDerivation(assembly: assembly, resolver: resolver).run()
        return Model(schema: schema, objects: assembly.objects)
    }
}
