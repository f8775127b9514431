/// What a value that AWS gives a resource stands for.
package enum ReferenceForm: Hashable, Sendable {
    /// The name that people give the resource: a queue's, a role's, a family's.
    case name
    /// Its Amazon Resource Name.
    case arn
    /// An address for requests: a queue's URL, a repository's.
    case url
    /// An id that AWS makes up, or one that is put together: a launch template's, a scalable target's.
    case id
}
