/// A structure of the caller's model, read field by field.
public protocol StructObject: Sendable {
    /// The name under which the structure is declared in the environment.
    var typeName: String { get }

    /// The field's value; called only for declared fields unless the expression's type is `dyn`.
    func field(_ name: String) -> FieldResult

    /// Whether both stand for the same thing; `nil` when that cannot be decided.
    func isEqual(to other: any StructObject) -> Bool?

    /// How a message names the object.
    var description: String { get }
}
