import CEL
import Text

extension RuleCompiler {
    /// What an expression at one place of a rule may use.
    struct Scope {
        /// What they are compiled in.
        var environment: Environment
        /// Conditions that hold whenever the expression runs.
        var guards: [Program] = []
        /// Names of the rule's variables so far.
        var variables: [String] = []
        private let parameters: [String]

        init(rule: Rule, environment: Environment) {
            self.parameters = rule.parameters.map(\.name)
            self.environment = environment
        }

        /// A better word for a name of `params` or `variables` that does not exist.
        func explanation(of diagnostic: Diagnostic, in source: String) -> (message: String, help: String)? {
            let bytes = Array(source.utf8)
            if diagnostic.code == "undeclared-function", source.utf8.count >= diagnostic.range.upperBound,
                bytes[diagnostic.range].elementsEqual("raw".utf8)
            {
                return (
                    "raw() reads what one kind of template writes",
                    "write `format: cloudformation` or `format: terraform` under `select:`"
                )
            }
            guard diagnostic.code == "undeclared-name", bytes.indices.contains(diagnostic.range.lowerBound),
                diagnostic.range.upperBound <= bytes.count
            else { return nil }
            let word = String(decoding: bytes[diagnostic.range], as: UTF8.self)
            let rest = bytes[diagnostic.range.upperBound...].drop { $0 == UInt8(ascii: ".") }
            let member = String(decoding: rest.prefix(while: Self.isNamePart), as: UTF8.self)
            switch word {
            case "params": return explanation(of: member, "parameter", known: parameters)
            case "variables": return explanation(of: member, "variable", known: variables)
            default: return nil
            }
        }

        private func explanation(of name: String, _ what: String, known: [String]) -> (message: String, help: String) {
            (
                "the rule has no \(what) '\(name)' here",
                known.isEmpty
                    ? "declare it under `\(what == "parameter" ? "params" : "variables"):`"
                    : NearestName.help(for: name, among: known)
            )
        }

        private static func isNamePart(_ byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): true
            default: false
            }
        }
    }
}
