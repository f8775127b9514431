import Evaluation
import Text
import Templates
import Topology
import YAMLBridge

/// Makes a model from a rule's test of the format `model`.
///
/// Fields that are not given have their service's default, else are absent; a derived one that a rule reads without
/// asking is false, empty, or unknown. `{$unknown: reason}` is unknown (with `$mayBeAbsent: true` perhaps not there),
/// `{$open: [...], $reason: text}` a list that may have more members, `{$if: Name, $then: a, $else: b}` depends on an
/// open condition. The same anchor is the same object.
struct ModelFixture {
    private static let deepest = 64

    let schema: ModelSchema
    private(set) var objects: [ModelObject] = []
    private(set) var diagnostics: [RuleDiagnostic] = []
    private var ids: [Int: ObjectID] = [:]

    init(schema: ModelSchema) {
        self.schema = schema
    }

    var model: Model { Model(schema: schema, objects: objects) }

    /// Adds an object and everything inside it.
    @discardableResult
    mutating func add(_ entry: Node.Entry, kind name: String) -> ObjectID? {
        let origin = Origin(node: entry.value, key: entry.key, parent: nil, component: nil, resource: nil)
        return object(origin, kind: name, name: entry.key.text, depth: 0)
    }

    private mutating func object(_ origin: Origin, kind name: String, name fallback: String, depth: Int) -> ObjectID? {
        let node = origin.node
        guard let kind = schema.kind(named: name), node.kind == .mapping else {
            note(node, "a \(name) is a mapping of its fields")
            return nil
        }
        guard depth < Self.deepest else {
            note(node, "objects stand too deep inside each other")
            return nil
        }
        if let known = ids[node.byteRange.lowerBound] { return known }
        let title = node["name"]?.text ?? fallback
        let isInside = !kind.isResource && origin.resource != nil
        let body = Origin(
            node: node, key: origin.key, parent: isInside ? origin.parent : nil,
            component: isInside ? origin.component : nil, resource: isInside ? origin.resource : title)
        for entry in node.entries where kind.slot(named: entry.key.text) == nil {
            diagnostics.append(
                RuleDiagnostic(
                    at: entry.key, code: "undeclared-field", message: "\(name) has no field '\(entry.key.text)'",
                    help: NearestName.help(for: entry.key.text, among: kind.fields.map(\.name))))
        }
        var fields: [Field] = []
        for declaration in kind.fields {
            if let entry = node.entry(declaration.name) {
                let place = body.child(.key(declaration.name), node: entry.value, key: entry.key)
                fields.append(field(place, declaration.type, owner: title, depth: depth + 1))
            } else {
                fields.append(Self.unset(declaration, body, name: title))
            }
        }
        let id = ObjectID(index: objects.count)
        objects.append(
            ModelObject(id: id, kind: kind, name: title, existence: .always, origin: body, fields: fields))
        ids[node.byteRange.lowerBound] = id
        return id
    }

    private static func unset(_ declaration: FieldDeclaration, _ origin: Origin, name: String) -> Field {
        if let value = declaration.serviceDefault {
            return Field(content(of: value), state: .defaulted, origin: origin)
        }
        if declaration.isOptional { return Field(.absent, state: .absent, origin: origin) }
        if declaration.key == .name { return Field(.string(name), state: .derived, origin: origin) }
        switch declaration.type {
        case .bool: return Field(.bool(false), state: .derived, origin: origin)
        case .list: return Field(.list([], open: []), state: .derived, origin: origin)
        default:
            let reason = Reason("\(declaration.name) is not given")
            return Field(.unknown([reason], mayBeAbsent: false), state: .unknown, origin: origin)
        }
    }

    private static func content(of value: FieldDeclaration.ServiceDefault) -> Field.Content {
        switch value {
        case .bool(let flag): .bool(flag)
        case .integer(let number): .integer(number)
        case .double(let number): .double(number)
        case .string(let text): .string(text)
        case .emptyList: .list([], open: [])
        }
    }
}

// MARK: Fields

extension ModelFixture {
    private mutating func field(_ origin: Origin, _ type: FieldType, owner: String, depth: Int) -> Field {
        let node = origin.node
        if node.kind == .mapping, let first = node.entries.first?.key.text, first.hasPrefix("$") {
            return special(origin, type, owner: owner, depth: depth)
        }
        if node.isNull { return Field(.absent, state: .absent, origin: origin) }
        guard let content = content(origin, type, owner: owner, depth: depth) else {
            note(node, "this is not of type \(type.description)")
            return Field(.absent, state: .absent, origin: origin)
        }
        return Field(content, state: .explicit, origin: origin)
    }

    private mutating func content(_ origin: Origin, _ type: FieldType, owner: String, depth: Int) -> Field.Content? {
        let node = origin.node
        switch type {
        case .bool: return node.kind == .scalar ? Bool(node.text).map { .bool($0) } : nil
        case .integer: return node.kind == .scalar ? Int64(node.text).map { .integer($0) } : nil
        case .double: return node.kind == .scalar ? Double(node.text).map { .double($0) } : nil
        case .string: return node.kind == .scalar ? .string(node.text) : nil
        case .object(let kind):
            let id = object(origin, kind: kind.name, name: "\(owner).\(Self.name(of: origin))", depth: depth)
            return id.map { .object($0) }
        case .list(let element):
            guard node.kind == .sequence else { return nil }
            return .list(elements(origin, element, owner: owner, depth: depth), open: [])
        }
    }

    private mutating func elements(_ origin: Origin, _ type: FieldType, owner: String, depth: Int) -> [Field.Element] {
        var elements: [Field.Element] = []
        for (index, node) in origin.node.elements.enumerated() {
            let place = origin.child(.index(index), node: node, key: nil)
            elements.append(Field.Element(field(place, type, owner: owner, depth: depth)))
        }
        return elements
    }

    /// A field that is not simply known.
    private mutating func special(_ origin: Origin, _ type: FieldType, owner: String, depth: Int) -> Field {
        let node = origin.node
        if let reason = node["$unknown"] {
            let mayBeAbsent = node["$mayBeAbsent"]?.text == "true"
            return Field(.unknown([Reason(reason.text)], mayBeAbsent: mayBeAbsent), state: .unknown, origin: origin)
        }
        if let entry = node.entry("$open"), case .list(let element) = type {
            let list = origin.child(.key("$open"), node: entry.value, key: entry.key)
            let reason = Reason(node["$reason"]?.text ?? "there may be more")
            return Field(
                .list(elements(list, element, owner: owner, depth: depth), open: [reason]), state: .explicit,
                origin: origin)
        }
        if let name = node["$if"]?.text, let then = node.entry("$then"), let otherwise = node.entry("$else") {
            let sides = [then, otherwise].map { side in
                field(
                    origin.child(.key(side.key.text), node: side.value, key: side.key), type, owner: owner,
                    depth: depth)
            }
            let input = OpenInput(key: name, name: name, kind: .deployment, shape: .truth)
            let question = Value(.unknown([Reason("\(name) is open", input: input)], mayBeAbsent: false), origin: origin)
            let atom = ConditionAtom(key: name, label: name, question: question)
            return Field(.choice(.atom(atom), sides[0], sides[1]), state: .explicit, origin: origin)
        }
        note(node, "a special value is {$unknown: reason}, {$open: [...]} or {$if: Name, $then: a, $else: b}")
        return Field(.absent, state: .absent, origin: origin)
    }

    private static func name(of origin: Origin) -> String {
        switch origin.component {
        case .key(let key)?: key
        case .index(let index)?: "\(index)"
        case nil: ""
        }
    }

    private mutating func note(_ node: Node, _ message: String) {
        diagnostics.append(RuleDiagnostic(at: node, code: "wrong-type", message: message))
    }
}
