import Evaluation
import YAMLBridge

/// The properties that `Globals` gives to every resource of a type.
struct ServerlessGlobals {
    let evaluator: StackEvaluator

    /// Properties of a function that SAM takes from the function alone.
    ///
    /// Source: "Globals section of the AWS SAM template" in the SAM developer guide.
    private static let ownProperties: Set<String> = ["Role", "Policies", "FunctionName", "Events"]

    /// A function's properties with those of `Globals.Function` below them; `IgnoreGlobals` leaves some or all out.
    ///
    /// What comes from `Globals` keeps its place there and belongs to the function.
    func properties(of function: Resource) -> Value {
        let own = function.body.member("Properties")
        guard let globals = functionGlobals(for: function) else { return own }
        let ignored = function.body.member("IgnoreGlobals")
        if ignored.knownText == "*" { return own }
        var left = Self.ownProperties
        if case .list(let names, _) = ignored.content { left.formUnion(names.compactMap(\.knownText)) }
        let given = globals.leavingOut(left)
        return own.isAbsent ? Value(given.content, origin: own.origin) : Self.merged(given, below: own)
    }

    private func functionGlobals(for function: Resource) -> Value? {
        guard let section = evaluator.template.document.root?.entry("Globals"),
            let entry = section.value.entry("Function")
        else { return nil }
        let resource = function.body.origin.resource
        let origin = Origin(
            node: section.value, key: section.key, parent: nil, component: .key("Globals"), resource: resource
        ).child(.key("Function"), node: entry.value, key: entry.key)
        return evaluator.functions.value(of: entry.value, at: origin)
    }

    /// Maps are merged member by member, lists are put one behind the other, of anything else the function's own counts.
    private static func merged(_ global: Value, below own: Value) -> Value {
        guard !isComputed(global), !isComputed(own) else { return own }
        switch (global.content, own.content) {
        case (.map(let globals, let globalOpen), .map(let members, let open)):
            let mergedMembers = members.map { member in
                guard let global = globals.last(where: { $0.key == member.key }) else { return member }
                return Value.Member(key: member.key, value: merged(global.value, below: member.value))
            }
            let names = Set(members.map(\.key))
            let inherited = globals.filter { !names.contains($0.key) }.map { member in
                // What the function's own map does not list may be there and hide the global one.
                open.isEmpty ? member : Value.Member(key: member.key, value: .unknown(open, at: own.origin))
            }
            return Value(.map(mergedMembers + inherited, open: open + globalOpen), origin: own.origin)
        case (.list(let globals, let globalOpen), .list(let elements, let open)):
            return Value(.list(globals + elements, open: globalOpen + open), origin: own.origin)
        default: return own
        }
    }

    /// Written as a function, whose value SAM does not look into.
    private static func isComputed(_ value: Value) -> Bool { IntrinsicFunction(value.origin.node) != nil }
}
