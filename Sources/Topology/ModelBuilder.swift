import Templates

/// Turns the stacks of an input into the model that rules read.
public struct ModelBuilder: Sendable {
    public let schema: ModelSchema
    public let facts: WorkerFacts

    public init(schema: ModelSchema = .builtIn, facts: WorkerFacts = WorkerFacts()) {
        self.schema = schema
        self.facts = facts
    }

    public func build(_ workload: Workload) -> Model {
        Model(schema: schema, objects: [])
    }
}
