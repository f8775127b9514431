/// A structure of the caller's model, read field by field. A class, so that passing one on costs little.
package protocol StructObject: AnyObject, Sendable {
    /// The name under which the structure is declared in the environment.
    var typeName: String { get }

    /// The field's value; called only for declared fields unless the expression's type is `dyn`.
    func field(_ name: String) -> FieldResult

    /// The same, for a caller that knows where the declaration of the structure lists the field.
    ///
    /// - Parameter position: the field's index in ``StructDeclaration/fields``; `nil` when it is not known. A hint: an
    ///   object of another structure may be asked, so the name decides.
    func field(_ name: String, at position: Int?) -> FieldResult

    /// Whether both stand for the same thing; `nil` when that cannot be decided.
    func isEqual(to other: any StructObject) -> Bool?

    /// How a message names the object.
    var description: String { get }
}

extension StructObject {
    /// Looks the field up by its name; a structure with many fields can do better.
    package func field(_ name: String, at position: Int?) -> FieldResult { field(name) }
}
