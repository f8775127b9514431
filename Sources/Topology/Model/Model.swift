import Evaluation

/// Queues, workers, scaling and capacity of a whole input, with the links between them. Rules read this and nothing else.
package final class Model: Sendable {
    /// The model table that its objects follow.
    package let schema: ModelSchema
    /// Every object, structures inside others among them; ``ObjectID/index`` counts in this list.
    package let objects: [ModelObject]
    /// What holds of the open inputs in every deployment.
    package let premises: [Condition]
    /// Names that AWS does not have, or that are newer than this program, in the order of the input.
    package let unknownNames: [UnknownName]
    /// What templates set, the model does not read, and may change verdicts.
    package let unread: UnreadProperties
    private let idsByKind: [Kind: [ObjectID]]

    /// Creates a model; the objects' ids must be their places in the list.
    package init(
        schema: ModelSchema, objects: [ModelObject], premises: [Condition] = [], unknownNames: [UnknownName] = [],
        unread: UnreadProperties = UnreadProperties()
    ) {
        self.unknownNames = unknownNames
        self.unread = unread
        self.premises = premises
        self.schema = schema
        self.objects = objects
        idsByKind = Dictionary(grouping: objects.map(\.id), by: { objects[$0.index].kind.key })
    }

    /// The object of an id, which must be one of this model.
    package subscript(id: ObjectID) -> ModelObject { objects[id.index] }

    /// The objects of a kind in the order of the input.
    package func objects(of kind: Kind) -> [ModelObject] { ids(of: kind).map { self[$0] } }

    /// The same, by their ids.
    package func ids(of kind: Kind) -> [ObjectID] { idsByKind[kind] ?? [] }
}
