import CEL

extension RuleCompiler {
    /// What an expression at one place of a rule may use.
    struct Scope {
        private(set) var types: [String: CELType] = [:]
        /// What parameters stand for.
        private(set) var constants: [String: CEL.Value] = [:]
        /// Where ``RuleActivation`` keeps the other names.
        private(set) var slots: [String: Int] = [:]
        /// Conditions that hold whenever the expression runs.
        var guards: [Program] = []
        /// Names of the rule's variables so far.
        var variables: [String] = []
        private let parameters: [String]

        init(rule: Rule) {
            self.parameters = rule.parameters.map(\.name)
        }

        mutating func declare(_ name: String, _ type: CELType, slot: Int) {
            types[name] = type
            slots[name] = slot
        }

        mutating func declare(_ name: String, _ type: CELType, value: CEL.Value) {
            types[name] = type
            constants[name] = value
        }

        /// A better word for a name of `params` or `variables` that does not exist.
        func explanation(of diagnostic: Diagnostic, in source: String) -> (message: String, help: String)? {
            let bytes = Array(source.utf8)
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
                known.isEmpty ? "declare it under `\(what == "parameter" ? "params" : "variables"):`"
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
