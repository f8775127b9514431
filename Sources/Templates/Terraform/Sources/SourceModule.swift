import Evaluation
import YAMLBridge

/// The configuration of one folder: every file of it together, as Terraform reads it.
struct SourceModule {
    private(set) var documents: [Document] = []
    /// Resources, data sources, module calls, variables and outputs by the start of their address: `aws_sqs_queue.q`,
    /// `data.aws_region.here`, `module.a`, `var.x`, `output.y`.
    private var blocks: [String: SourceBlock] = [:]
    /// Values of `locals` blocks by name.
    private var locals: [String: Local] = [:]

    /// A named value.
    struct Local {
        let entry: Node.Entry
        let isNative: Bool
    }

    /// - Parameter documents: files in Terraform's language (`.tf`) and in its JSON form, in the order of their names;
    ///   later ones win, as override files do.
    init(_ documents: [Document]) {
        self.documents = documents
        for document in documents where !ModuleConfiguration.isVariables(document.path) {
            let isNative = !document.path.hasSuffix(".json")
            for root in document.root?.mappings ?? [] {
                for entry in root.entries { add(entry, isNative: isNative) }
            }
        }
    }

    /// Blocks that declare managed resources.
    private(set) var resourceCount = 0

    func block(_ name: String) -> SourceBlock? { blocks[name] }

    func local(_ name: String) -> Local? { locals[name] }

    private mutating func add(_ entry: Node.Entry, isNative: Bool) {
        let head = isNative ? entry.key : nil
        switch entry.key.text {
        case "resource":
            resourceCount += entry.value.mappings.flatMap(\.entries).reduce(0) { count, type in
                count + type.value.mappings.reduce(0) { $0 + $1.count }
            }
            addLabelled(entry.value, prefix: "", labels: 2, head: head)
        case "data": addLabelled(entry.value, prefix: "data.", labels: 2, head: head)
        case "module": addLabelled(entry.value, prefix: "module.", labels: 1, head: head)
        case "variable": addLabelled(entry.value, prefix: "var.", labels: 1, head: head)
        case "output": addLabelled(entry.value, prefix: "output.", labels: 1, head: head)
        case "locals":
            for body in entry.value.mappings {
                for local in body.entries { locals[local.key.text] = Local(entry: local, isNative: isNative) }
            }
        default: break
        }
    }

    private mutating func addLabelled(_ node: Node, prefix: String, labels: Int, head: Node?) {
        for mapping in node.mappings {
            for entry in mapping.entries {
                if labels > 1 {
                    addLabelled(entry.value, prefix: "\(prefix)\(entry.key.text).", labels: labels - 1, head: head)
                } else if let body = entry.value.mappings.first {
                    blocks[prefix + entry.key.text] = SourceBlock(label: entry.key, head: head, body: body)
                }
            }
        }
    }
}
