/// The names under which operators stand in the registry of functions.
enum Operator {
    static let not = "!_"
    static let negate = "-_"
    static let equal = "_==_"
    static let notEqual = "_!=_"
    static let contains = "_in_"

    static func binary(_ symbol: String) -> String { "_\(symbol)_" }

    static func unary(_ symbol: String) -> String { "\(symbol)_" }

    /// The symbol as it is written; `nil` for the name of an ordinary function.
    static func symbol(of name: String) -> String? {
        guard name.hasSuffix("_"), name == not || name == negate || name.hasPrefix("_"), name.utf8.count < 6
        else { return nil }
        return name.filter { $0 != "_" }
    }
}
