/// The forms that are rewritten before they are checked.
enum Macro {
    static let names = [
        "has", "all", "exists", "exists_one", "existsOne", "filter", "map", "transformList",
        "transformMap", "optMap", "optFlatMap", "cel.bind",
    ]

    /// The fold that a macro stands for; `nil` for another name or number of arguments.
    static func fold(_ name: String, arguments: Int) -> Form? {
        switch (name, arguments) {
        case ("all", 2): Form(kind: .all, variables: 1, hasFilter: false)
        case ("exists", 2): Form(kind: .exists, variables: 1, hasFilter: false)
        case ("exists_one", 2), ("existsOne", 2): Form(kind: .existsOne, variables: 1, hasFilter: false)
        case ("filter", 2): Form(kind: .list, variables: 1, hasFilter: true)
        case ("map", 2): Form(kind: .list, variables: 1, hasFilter: false)
        case ("map", 3): Form(kind: .list, variables: 1, hasFilter: true)
        case ("all", 3): Form(kind: .all, variables: 2, hasFilter: false)
        case ("exists", 3): Form(kind: .exists, variables: 2, hasFilter: false)
        case ("exists_one", 3), ("existsOne", 3): Form(kind: .existsOne, variables: 2, hasFilter: false)
        case ("transformList", 3): Form(kind: .list, variables: 2, hasFilter: false)
        case ("transformList", 4): Form(kind: .list, variables: 2, hasFilter: true)
        case ("transformMap", 3): Form(kind: .map, variables: 2, hasFilter: false)
        case ("transformMap", 4): Form(kind: .map, variables: 2, hasFilter: true)
        default: nil
        }
    }

    struct Form {
        let kind: Fold.Kind
        let variables: Int
        let hasFilter: Bool
    }
}
