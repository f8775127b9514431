import Evaluation
import Templates
import Testing
import YAMLBridge

@testable import Topology

/// A model made of texts, for tests.
func model(
    _ files: [(path: String, text: String)], facts: WorkerFacts = WorkerFacts(), options: LoadOptions = LoadOptions()
) throws -> Model {
    let documents = try files.map { try Document.parse(Array($0.text.utf8), path: $0.path) }
    var options = options
    options.facts = .builtIn
    return ModelBuilder(facts: facts).build(Workload.load(documents, options: options))
}

func model(_ text: String, facts: WorkerFacts = WorkerFacts()) throws -> Model {
    try model([("template.yaml", text)], facts: facts)
}

extension Model {
    func object(_ name: String, kind: Kind) throws -> ModelObject {
        try #require(objects(of: kind).first { $0.name == name }, "no \(kind.name) \(name)")
    }

    /// A field along a path of object fields.
    func field(_ path: String, of object: ModelObject) throws -> Field {
        var current = object
        var field: Field?
        for name in path.split(separator: ".") {
            if let field {
                guard case .object(let id) = field.content else {
                    Issue.record("\(path) leads through no object")
                    return field
                }
                current = self[id]
            }
            let found = try #require(current.field(named: String(name)), "\(current.kind.name) has no field \(name)")
            field = found
        }
        return try #require(field)
    }

    func objects(_ path: String, of object: ModelObject) throws -> [ModelObject] {
        guard case .list(let elements, _) = try field(path, of: object).content else { return [] }
        return elements.compactMap { element in
            if case .object(let id) = element.field.content { self[id] } else { nil }
        }
    }
}

extension Field {
    /// The content in a few words.
    var shown: String {
        switch content {
        case .bool(let value): "\(value)"
        case .integer(let value): "\(value)"
        case .double(let value): "\(value)"
        case .string(let value): value
        case .object: "object"
        case .list(let elements, let open): "list(\(elements.count)\(open.isEmpty ? "" : "+"))"
        case .choice(_, let yes, let no): "choice(\(yes.shown), \(no.shown))"
        case .absent: "absent"
        case .unknown(_, let mayBeAbsent): mayBeAbsent ? "unknown?" : "unknown"
        }
    }
}
