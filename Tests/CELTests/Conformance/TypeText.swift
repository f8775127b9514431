@testable import CEL

/// Declarations and types of the suite, which are protocol buffers in text form.
struct TypeText {
    private var words: ArraySlice<Substring>

    private init(_ text: some StringProtocol) {
        words = String(text).split(separator: " ")[...]
    }

    /// The variable that `name: "x" ident { type { ... } }` declares; `nil` for a function.
    static func variable(_ declaration: String) -> (name: String, type: CELType)? {
        guard let name = name(of: declaration), let start = declaration.range(of: "ident { type { ") else { return nil }
        return type(declaration[start.upperBound...]).map { (name, $0) }
    }

    /// The function that `name: "f" function { overloads { ... } }` declares; `nil` for a variable.
    static func function(_ declaration: String) -> FunctionDeclaration? {
        guard let name = name(of: declaration), declaration.contains(" function { ") else { return nil }
        var reader = TypeText(declaration)
        var overloads: [Overload] = []
        while reader.skip(to: "overloads") { reader.overload().map { overloads.append($0) } }
        return FunctionDeclaration(name: name, overloads: overloads)
    }

    static func type(_ text: some StringProtocol) -> CELType? {
        var reader = TypeText(text)
        return reader.type()
    }

    private static func name(of declaration: String) -> String? {
        declaration.split(separator: "\"").dropFirst().first.map(String.init)
    }

    /// Moves behind the next occurrence of a word.
    private mutating func skip(to word: String) -> Bool {
        while let next = words.popFirst() {
            if next == word[...] { return true }
        }
        return false
    }

    private mutating func accept(_ word: String) -> Bool {
        guard words.first == word[...] else { return false }
        words.removeFirst()
        return true
    }

    /// `{ overload_id: "x" params { TYPE } ... result_type { TYPE } }`
    private mutating func overload() -> Overload? {
        guard accept("{") else { return nil }
        var parameters: [CELType] = []
        while let word = words.popFirst(), word != "}" {
            switch word {
            case "overload_id:": words.removeFirst()
            case "params":
                guard let type = braced() else { return nil }
                parameters.append(type)
            case "result_type":
                guard let result = braced() else { return nil }
                _ = accept("}")
                return Overload(parameters: parameters, result: result) { _ in .null }
            default: return nil
            }
        }
        return nil
    }

    private mutating func braced() -> CELType? {
        guard accept("{"), let type = type(), accept("}") else { return nil }
        return type
    }

    private mutating func type() -> CELType? {
        switch words.popFirst() {
        case "primitive:": return primitive(words.popFirst())
        case "null:": return words.popFirst().map { _ in .null }
        case "type_param:": return words.popFirst().map { .parameter($0.filter { $0 != "\"" }) }
        case "dyn": return accept("{") && accept("}") ? .dyn : nil
        case "list_type":
            guard accept("{"), accept("elem_type"), let element = braced(), accept("}") else { return nil }
            return .list(element)
        case "map_type":
            guard accept("{"), accept("key_type"), let key = braced(), accept("value_type"), let value = braced(),
                accept("}")
            else { return nil }
            return .map(key, value)
        case "abstract_type": return abstract()
        default: return nil
        }
    }

    private mutating func abstract() -> CELType? {
        guard accept("{"), accept("name:"), let name = words.popFirst()?.filter({ $0 != "\"" }) else { return nil }
        var arguments: [CELType] = []
        while accept("parameter_types") {
            guard let argument = braced() else { return nil }
            arguments.append(argument)
        }
        guard accept("}") else { return nil }
        if name == "optional_type", let wrapped = arguments.first { return .optional(wrapped) }
        return .opaque(name, arguments)
    }

    private func primitive(_ name: Substring?) -> CELType? {
        switch name {
        case "BOOL": .bool
        case "INT64": .int
        case "UINT64": .uint
        case "DOUBLE": .double
        case "STRING": .string
        case "BYTES": .bytes
        default: nil
        }
    }
}
