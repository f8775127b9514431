import Evaluation
import Text
import YAMLBridge

extension FunctionTable {
    static let encodings: [(name: String, function: Function)] = [
        function("jsonencode", 1...1, reading: .outermost) { (call) throws(ExpressionFailure) in
            let value = call[0]
            switch value.content {
            // The structure stays one, with the places of its members; where a text is asked for it becomes its JSON.
            case .list where !value.isJSONText, .map where !value.isJSONText: return value.asJSONText(true)
            case .unknown, .external: return call.unknown()
            default: return call.work.joined(value.jsonParts, at: call.origin)
            }
        },
        function("jsondecode", 1...1) { (call) throws(ExpressionFailure) in
            let value = call[0]
            if case .list = value.content { return value.asJSONText(false) }
            if case .map = value.content { return value.asJSONText(false) }
            guard let text = try call.text(at: 0) else {
                let structure = value.unwrappedJSON
                if case .map = structure.content { return structure }
                return call.unknown()
            }
            guard let document = try? Document.parse(Array(text.utf8), path: "\(call.origin.document.path)#.json"),
                let root = document.root
            else { throw ExpressionFailure("the text is not JSON") }
            return decoded(root, call)
        },
        function("yamldecode", 1...1) { (call) throws(ExpressionFailure) in
            guard let text = try call.text(at: 0) else { return call.unknown() }
            guard let document = try? Document.parse(Array(text.utf8), path: "\(call.origin.document.path)#.yaml")
            else { throw ExpressionFailure("the text is not YAML") }
            return document.root.map { decoded($0, call) } ?? Value(.absent, origin: call.origin)
        },
        function("base64encode", 1...1) { (call) throws(ExpressionFailure) in
            // A text with unknown parts stays as it is: so what is known of it can be read.
            guard let text = try call.text(at: 0) else { return call.work.joined(try call[0].stringParts, at: call.origin) }
            return call.text(Base64.encoded(Array(text.utf8)))
        },
        function("base64decode", 1...1) { (call) throws(ExpressionFailure) in
            guard let text = try call.text(at: 0) else { return call.unknown() }
            guard let bytes = Base64.decoded(Array(text.utf8)), let decoded = String(validating: bytes, as: UTF8.self)
            else {
                throw ExpressionFailure("the text is not base64 of a text")
            }
            return call.text(decoded)
        },
    ]

    /// The truth values of YAML 1.1, which Terraform's reader takes as well: `yes` in a bare word. JSON has `true` and `false`.
    private static func truth(_ text: String) -> String? {
        switch text.lowercased() {
        case "true", "yes", "on", "y": "true"
        case "false", "no", "off", "n": "false"
        default: nil
        }
    }

    /// The value of a document; unknown when the run has no steps left for all of it.
    private static func decoded(_ root: Node, _ call: FunctionArguments) -> Value {
        value(of: root, call) ?? call.exhausted
    }

    private static func value(of node: Node, _ call: FunctionArguments) -> Value? {
        guard call.mayMake(values: 1) else { return nil }
        switch node.kind {
        case .scalar where node.isNull: return Value(.absent, origin: call.origin)
        case .scalar where node.style != .plain: return .text(node.text, origin: call.origin, steps: call[0].steps)
        case .scalar:
            // A plain text is one in YAML only.
            guard let text = ExactNumber(node.text)?.text ?? truth(node.text) else {
                return .text(node.text, origin: call.origin, steps: call[0].steps)
            }
            return Value(.scalar(.init(text, isQuoted: false)), origin: call.origin, steps: call[0].steps)
        case .sequence:
            var elements: [Value] = []
            for element in node.elements {
                guard let value = value(of: element, call) else { return nil }
                elements.append(value)
            }
            return Value(.list(elements, open: []), origin: call.origin)
        case .mapping:
            var members: [Value.Member] = []
            for entry in node.entries {
                guard let value = value(of: entry.value, call) else { return nil }
                members.append(.init(key: entry.key.text, value: value))
            }
            return Value(.map(members), origin: call.origin)
        }
    }
}
