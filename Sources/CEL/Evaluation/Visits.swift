/// What a fold visits, one after the other.
enum Visits {
    /// The members of a list, for a macro with one variable.
    case members([Value])
    /// The members of a list with their indices, for a macro with two variables.
    case indexedMembers([Value])
    /// The keys of a map with their values.
    case entries([MapEntry])

    var count: Int {
        switch self {
        case .members(let members), .indexedMembers(let members): members.count
        case .entries(let entries): entries.count
        }
    }

    /// What the first variable stands for.
    func key(at index: Int) -> Value {
        switch self {
        case .members(let members): members[index]
        case .indexedMembers: .int(Int64(index))
        case .entries(let entries): entries[index].key
        }
    }

    /// What the second variable stands for.
    func value(at index: Int) -> Value {
        switch self {
        case .members(let members), .indexedMembers(let members): members[index]
        case .entries(let entries): entries[index].value
        }
    }
}
