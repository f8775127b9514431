/// Queues, workers, scaling and capacity of a whole input, with the links between them. Rules read this and nothing else.
public final class Model: Sendable {
    public let schema: ModelSchema
    public let objects: [ModelObject]
    private let idsByKind: [String: [ObjectID]]

    public init(schema: ModelSchema, objects: [ModelObject]) {
        self.schema = schema
        self.objects = objects
        idsByKind = Dictionary(grouping: objects.map(\.id), by: { objects[$0.index].kind.name })
    }

    public subscript(id: ObjectID) -> ModelObject { objects[id.index] }

    /// The objects of a kind in the order of the input.
    public func objects(of kind: String) -> [ModelObject] { ids(of: kind).map { self[$0] } }

    /// The same, by their ids.
    public func ids(of kind: String) -> [ObjectID] { idsByKind[kind] ?? [] }
}
