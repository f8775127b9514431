import Evaluation
import Foundation
import TestSupport
import Testing
import YAMLBridge

@testable import Templates

/// A plan of the folder `Tests/TerraformPlans`.
func loadPlan(named name: String) throws -> Stack {
    let file = PackageFolder.root.appending(path: "Tests/TerraformPlans/\(name)/plan.json")
    return try loadTerraform(String(decoding: try Data(contentsOf: file), as: UTF8.self))
}

/// A plan or state in JSON, alone.
func loadTerraform(_ text: String) throws -> Stack {
    let document = try Document.parse(Array(text.utf8), path: "plan.json")
    return try #require(Workload.load([document], options: LoadOptions().withFacts).stacks.first)
}

/// A plan of one resource `aws_sqs_queue.q`, of a second queue `aws_sqs_queue.dlq`, and more where it is given.
func planText(
    values: String, unknown: String = "{}", expressions: String = "{}", sensitive: String = "{}", more: String = ""
) -> String {
    """
    {"format_version": "1.2", "terraform_version": "1.9.8",
     "planned_values": {"root_module": {"resources": [
       {"address": "aws_sqs_queue.q", "mode": "managed", "type": "aws_sqs_queue", "name": "q",
        "values": \(values), "sensitive_values": \(sensitive)},
       {"address": "aws_sqs_queue.dlq", "mode": "managed", "type": "aws_sqs_queue", "name": "dlq", "values": {}}]}},
     "resource_changes": [
       {"address": "aws_sqs_queue.q", "mode": "managed", "type": "aws_sqs_queue", "name": "q",
        "change": {"actions": ["create"], "before": null, "after": \(values), "after_unknown": \(unknown)}}],
     \(more)"configuration": {"root_module": {"resources": [
       {"address": "aws_sqs_queue.q", "mode": "managed", "type": "aws_sqs_queue", "name": "q",
        "expressions": \(expressions)},
       {"address": "aws_sqs_queue.dlq", "mode": "managed", "type": "aws_sqs_queue", "name": "dlq",
        "expressions": {}}]}}}
    """
}

extension Stack {
    func attribute(_ path: String, of address: String) throws -> Value {
        try #require(resources.first { $0.name == address }, "no resource \(address)").body.member(atPath: path)
    }
}

extension Value {
    /// The address and attribute of a reference: `aws_sqs_queue.q arn`.
    var target: String? {
        guard case .reference(let reference) = content else { return nil }
        return reference.shown
    }

    var mentioned: [String] { mentions.map(\.shown) }

    var elements: [Value] {
        if case .list(let elements, _) = content { elements } else { [] }
    }

    var isProviders: Bool { steps.contains { $0.kind == .providerDefault } }
}

extension Reference {
    fileprivate var shown: String {
        switch attribute {
        case .identifier: resource.logicalID
        case .named(let name): "\(resource.logicalID) \(name)"
        }
    }
}
