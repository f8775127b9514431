import Evaluation
import Templates
import Topology

/// What stands in a folder that `ecslint init` is to write a configuration for.
package struct ProjectSurvey: Sendable {
    /// An ECS service that receives from queues.
    package struct Worker: Sendable, Hashable {
        /// The logical id or address, as `workers` names it.
        package let name: String
        /// Logical ids or addresses of the queues that it receives from, sorted.
        package let queues: [String]
        /// The longest time for one message, where a template says it.
        package let processingSeconds: Int64?
    }

    /// Templates by kind, the most frequent first.
    package let kinds: [(kind: TemplateKind, count: Int)]
    /// Folders that hold templates, as the configuration's `roots`.
    package let roots: [String]
    /// Each once, in the order of the model.
    package let workers: [Worker]
    /// Whether files of Terraform's language are among the templates.
    package let hasTerraformLanguage: Bool
    /// Files that say that they are templates and cannot be read.
    package let failureCount: Int

    /// - Parameter folder: the one to look through.
    /// - Throws: the mistakes of a configuration that is there already.
    package init(_ folder: String) throws(ConfigurationError) {
        var options = ProjectOptions()
        options.paths = [folder]
        options.readsTerraformLanguage = true
        let reading = TemplateReading(try Project(options).input())
        let templates = reading.workload.stacks
        let files = Set(templates.map(\.document.path))
        hasTerraformLanguage = files.contains(where: ForeignFile.isTerraformLanguage)
        let byKind = Dictionary(grouping: Set(templates.map { File(path: $0.document.path, kind: $0.kind) }), by: \.kind)
        kinds = byKind.map { (kind: $0.key, count: $0.value.count) }
            .sorted { ($1.count, $0.kind.rawValue) < ($0.count, $1.kind.rawValue) }
        roots = Self.roots(of: files, in: InputDiscovery().shown(folder))
        workers = Self.workers(reading.model)
        failureCount = reading.classifier.others.count { $0.status == .error }
    }

    private struct File: Hashable {
        let path: String
        let kind: TemplateKind
    }

    /// The first folder on the way to each template; the folder itself where a template stands in it.
    private static func roots(of files: Set<String>, in folder: String) -> [String] {
        var roots: Set<String> = []
        for file in files {
            let prefix = folder == "." ? "" : folder + "/"
            let parts = (file.hasPrefix(prefix) ? file.dropFirst(prefix.count) : file[...]).split(separator: "/")
            roots.insert(parts.count > 1 ? parts[0] + "/" : ".")
        }
        return roots.contains(".") ? ["."] : roots.sorted()
    }

    private static func workers(_ model: Model) -> [Worker] {
        var queues: [String: Set<String>] = [:]
        var seconds: [String: Int64] = [:]
        var order: [String] = []
        for consumer in model.objects(of: .consumer) {
            guard case .object(let service)? = consumer.field(.service)?.content,
                case .object(let queue)? = consumer.field(.queue)?.content
            else { continue }
            let name = lastPart(of: model[service].name)
            if queues[name] == nil { order.append(name) }
            queues[name, default: []].insert(lastPart(of: model[queue].name))
            if case .integer(let value)? = consumer.field(.processingSeconds)?.content { seconds[name] = value }
        }
        return order.map { name in
            Worker(name: name, queues: queues[name, default: []].sorted(), processingSeconds: seconds[name])
        }
    }

    /// A nested stack's resource by its own name: `workers` takes either.
    private static func lastPart(of name: String) -> String { String(name.split(separator: "/").last ?? "") }
}
