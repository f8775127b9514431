/// How much the checker demands.
enum CheckingMode {
    /// Everything; the expression yields a value.
    case value
    /// Everything, but the path itself may lead over optional fields: it points at a place.
    case reference
    /// Nothing: types are found out and names are missed when the expression runs.
    case unchecked
}
