/// True, false, or not to be decided.
enum Truth {
    case known(Bool)
    case unknown(Unknown)

    var value: Value {
        switch self {
        case .known(let flag): .bool(flag)
        case .unknown(let unknown): .unknown(unknown)
        }
    }

    var negated: Truth {
        if case .known(let flag) = self { .known(!flag) } else { self }
    }
}
