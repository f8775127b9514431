import Evaluation
import Testing
import YAMLBridge

@testable import Templates

/// A workload made of texts, for tests.
func load(
    _ files: [(path: String, text: String)], options: LoadOptions = LoadOptions(),
    nested: @escaping (String, Document) -> Document? = { _, _ in nil }
) throws -> Workload {
    let documents = try files.map { try Document.parse(Array($0.text.utf8), path: $0.path) }
    return Workload.load(documents, options: options.withFacts, nested: nested)
}

func load(_ text: String, options: LoadOptions = LoadOptions()) throws -> Workload {
    try load([("template.yaml", text)], options: options)
}

extension Workload {
    /// The value of a property, by the resource's name and the path below `Properties`.
    func property(_ path: String, of resource: String) throws -> Value {
        let all = stacks.flatMap(\.resources)
        let found = try #require(all.first { $0.name == resource }, "no resource \(resource)")
        return found.body.member(atPath: path.isEmpty ? "Properties" : "Properties.\(path)")
    }

    var problems: [TemplateProblem] { stacks.flatMap(\.problems) }
}

extension Value {
    /// The texts of a list's elements.
    var texts: [String?]? {
        if case .list(let elements, _) = content { elements.map(\.knownText) } else { nil }
    }

    var isUnknown: Bool {
        if case .unknown = content { true } else { false }
    }

    /// The value in a world, with choices taken.
    func settled(in world: World) -> Value? {
        guard case .choice(let condition, let yes, let no) = content else { return self }
        guard let holds = condition.holds(in: world) else { return nil }
        return (holds ? yes : no).settled(in: world)
    }
}

/// A template of one resource whose property `P` is an expression, after other sections.
func template(_ expression: String, sections: String = "") -> String {
    sections + """

        Resources:
          Other: {Type: AWS::SQS::Queue}
          It:
            Type: AWS::SQS::Queue
            Properties:
              P: \(expression)
        """
}
