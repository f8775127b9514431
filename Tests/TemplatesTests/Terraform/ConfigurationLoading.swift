import Evaluation
import Testing
import YAMLBridge

@testable import Templates

/// The stacks of a root module: files of the folder `infra`, or of the folder that a path names; all others are modules.
func configuration(
    _ files: [(path: String, text: String)], options: LoadOptions = LoadOptions()
) throws -> [Stack] {
    let documents = try files.map { file in
        try Document.parse(Array(file.text.utf8), path: file.path.contains("/") ? file.path : "infra/\(file.path)")
    }
    let roots = documents.filter { ModuleEvaluator.folder(of: $0.path) == "infra" }
    return TerraformConfigurationLoader.load(roots, options: options.withFacts, firstStack: 0) { source, caller in
        var parts = ModuleEvaluator.folder(of: caller.path).split(separator: "/").map(String.init)
        for part in source.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
        }
        return documents.filter { ModuleEvaluator.folder(of: $0.path) == parts.joined(separator: "/") }
    }
}

func configuration(_ text: String, options: LoadOptions = LoadOptions()) throws -> [Stack] {
    try configuration([("main.tf.json", text)], options: options)
}

extension [Stack] {
    var addresses: [String] { flatMap(\.resources).map(\.name) }

    var problems: [TemplateProblem] { flatMap(\.problems) }

    /// An attribute of a resource, by its address and the path.
    func attribute(_ path: String, of address: String) throws -> Value {
        let resource = try #require(flatMap(\.resources).first { $0.name == address }, "no resource \(address)")
        return path.isEmpty ? resource.body : resource.body.member(atPath: path)
    }

    /// The attribute `x` of the only resource, for a file that has an expression there.
    func only(_ path: String = "x") throws -> Value {
        let resource = try #require(flatMap(\.resources).last)
        return resource.body.member(atPath: path)
    }
}

/// A file with a resource `t.it` whose attribute `x` is an expression, after other blocks in JSON.
func file(_ expression: String, blocks: String = "") -> String {
    #"{\#(blocks.isEmpty ? "" : blocks + ", ")"resource": {"aws_sqs_queue": {"dlq": {"name": "jobs-dlq"}}, "t": {"it": {"x": \#(quoted(expression))}}}}"#
}
