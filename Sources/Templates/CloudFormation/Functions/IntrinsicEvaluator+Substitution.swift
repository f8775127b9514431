import Evaluation
import YAMLBridge

extension IntrinsicEvaluator {
    // MARK: - Fn::Sub

    func substitution(_ function: IntrinsicFunction, at origin: Origin) -> Value {
        var textNode = function.argument
        var variables: [String: Value] = [:]
        if function.argument.kind == .sequence {
            guard let parts = arguments(of: function, 2...2, shape: "a text, or a list of text and variables", at: origin),
                parts[1].kind == .mapping
            else { return malformed(function, at: origin) }
            textNode = parts[0]
            if parts[1].entry("Fn::Transform") != nil { return malformed(function, at: origin) }
            for entry in parts[1].entries {
                let place = Origin(
                    node: entry.value, key: entry.key, parent: origin.parent, component: origin.component,
                    resource: origin.resource)
                variables[scope.text(of: entry.key)] = evaluate(entry.value, at: place)
            }
        }
        if textNode.kind == .mapping, textNode.entry("Fn::Transform") != nil { return malformed(function, at: origin) }
        guard textNode.kind == .scalar else {
            reportShape(of: function, "a text, or a list of text and variables", at: origin)
            return malformed(function, at: origin)
        }
        return substitute(textNode, variables: variables, at: origin)
    }

    private func substitute(_ node: Node, variables: [String: Value], at origin: Origin) -> Value {
        let text = scope.text(of: node)
        // The places of variables are known in the text as it is written only.
        let isWritten = scope.loops.isEmpty || text == node.text
        var steps: [OriginStep] = []
        var parts: [TextPart] = []
        for piece in pieces(of: text) {
            switch piece {
            case .placeholder(let text): parts.append(.value(Self.placeholder(text, at: origin)))
            case .literal(let literal): parts.append(.literal(literal))
            case .variable(let name, let range):
                guard work.spend(1, at: origin) else {
                    return .unknown(Reason("the text asks for more work than a lint does"), origin: origin)
                }
                let place = isWritten ? origin.narrowed(to: range, of: node) : origin
                let value = variables[name] ?? variable(name, at: origin, place)
                if value.knownText != nil { steps += value.steps }
                parts += value.textParts
            }
        }
        return joined(parts, at: origin, steps: steps)
    }

    /// The pieces of a substitution, with what other tools fill in before it is one.
    private func pieces(of text: String) -> [SubstitutionText.Piece] {
        guard let foreign = template.foreign.pieces(of: text) else { return SubstitutionText(text).pieces }
        var pieces: [SubstitutionText.Piece] = []
        var offset = 0
        for part in foreign {
            switch part {
            case .placeholder(let text):
                pieces.append(.placeholder(text))
                offset += text.utf8.count
            case .literal(let text):
                pieces += SubstitutionText(text).pieces.map { $0.moved(by: offset) }
                offset += text.utf8.count
            }
        }
        return pieces
    }

    /// `${Name}` or `${Resource.Attribute}` of a substitution; `place` is where the variable itself stands.
    private func variable(_ name: String, at origin: Origin, _ place: Origin) -> Value {
        if let value = reference(to: name, at: origin) { return value }
        // Rain replaces its constants: `${Rain::Name}`.
        if name.hasPrefix("Rain::") { return Self.placeholder("${\(name)}", at: origin) }
        if let dot = name.firstIndex(of: ".") {
            let resource = String(name[..<dot])
            let attribute = String(name[name.index(after: dot)...])
            if let value = self.attribute(attribute, of: resource, at: origin) { return value }
            if !resource.isEmpty, !attribute.isEmpty { return unresolved(resource, at: place) }
        }
        return unresolved(name, at: place)
    }
}
