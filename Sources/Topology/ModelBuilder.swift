import Evaluation
import PropertyLedger
import Templates

/// Turns the stacks of an input into the model that rules read.
package struct ModelBuilder: Sendable {
    /// The table that says what is read, and from where.
    package let schema: ModelSchema
    /// What is known of workers beside the templates.
    package let facts: WorkerFacts
    /// Every property that AWS has, whether the table reads it or not.
    package let ledger: PropertyLedger

    /// - Parameters:
    ///   - schema: the model table.
    ///   - facts: what is known of workers beside the templates.
    ///   - ledger: every property that AWS has.
    package init(
        schema: ModelSchema = .builtIn, facts: WorkerFacts = WorkerFacts(), ledger: PropertyLedger = .embedded
    ) {
        self.schema = schema
        self.facts = facts
        self.ledger = ledger
    }

    /// Reads every resource that the table knows, then works out the links between them.
    package func build(_ workload: Workload) -> Model {
        let assembly = ModelAssembly(schema: schema, facts: facts, workload: workload, ledger: ledger)
        let resolver = LinkResolver(assembly: assembly)
        OverlayResolver(assembly: assembly, resolver: resolver).run()
        let normaliser = Normaliser(assembly: assembly, resolver: resolver)
        for index in assembly.objects.indices { normaliser.readFields(of: ObjectID(index: index)) }
        derive(assembly, resolver)
        return Model(
            schema: schema, objects: assembly.objects, premises: workload.stacks.flatMap(\.premises),
            unknownNames: assembly.ledgerReader.unknownNames, unread: assembly.ledgerReader.unread)
    }

    /// Works out what no single property says. The order matters: each step reads what those before it set.
    private func derive(_ assembly: ModelAssembly, _ resolver: LinkResolver) {
        WrongReferenceDerivation(assembly: assembly).run()
        ScalingDerivation(assembly: assembly, resolver: resolver).run()
        CapacityDerivation(assembly: assembly, resolver: resolver).run()
        TaskDerivation(assembly: assembly, resolver: resolver).run()
        HostDerivation(assembly: assembly).run()
        TargetDerivation(assembly: assembly, resolver: resolver).run()
        EmptyGroupDerivation(assembly: assembly, resolver: resolver).run()
        RedriveKeyDerivation(assembly: assembly).run()
        FormulaDerivation(assembly: assembly, resolver: resolver).run()
        AssociationDerivation(assembly: assembly, resolver: resolver).run()
        WayOutDerivation(assembly: assembly, resolver: resolver).run()
        FargateUseDerivation(assembly: assembly).run()
        PolicyDerivation(assembly: assembly, resolver: resolver).run()
        let questions = AccessQuestions(assembly, resolver)
        let relations = RelationDerivation(assembly: assembly, resolver: resolver)
        relations.runFirst()
        ConsumerDerivation(assembly: assembly, resolver: resolver, questions: questions).run()
        DeadLetterDerivation(assembly: assembly, resolver: resolver).run()
        ProducerDerivation(assembly: assembly, questions: questions).run()
        relations.runLast()
        AccessDerivation(assembly: assembly, resolver: resolver, questions: questions).run()
        TaggingDerivation(assembly: assembly, questions: questions).run()
        LogGroupDerivation(assembly: assembly, resolver: resolver, questions: questions).run()
        InstanceDerivation(assembly: assembly, resolver: resolver, questions: questions).run()
        RoleUseDerivation(assembly: assembly).run()
        InvocationDerivation(assembly: assembly, resolver: resolver, questions: questions).run()
    }
}
