import Rules
import Templates
import Topology
import YAMLBridge

/// Reads `ecslint.yaml`: one case a key, so that this file is the list of keys.
struct ConfigurationParser {
    private static let keys = [
        "version", "roots", "include", "exclude", "region", "assumeDefaults", "parameters", "failOn", "select", "ignore",
        "rules", "ruleFolders", "baseline", "catalog", "processingSecondsFrom", "hostMemoryMiB", "workers",
    ]

    private var reader: NodeReader
    private var configuration = Configuration()
    private let folder: String

    private init(_ document: Document) {
        reader = NodeReader(document: document, code: "configuration")
        folder = PathName.folder(of: document.path)
        configuration.path = document.path
        configuration.workers.source = document.path
    }

    /// - Throws: every mistake of the file.
    static func parse(_ document: Document) throws(ConfigurationError) -> Configuration {
        var parser = ConfigurationParser(document)
        if let root = document.root {
            for entry in parser.reader.entries(of: root, known: keys, in: "the configuration") {
                parser.read(entry)
            }
        }
        guard parser.reader.diagnostics.isEmpty else { throw ConfigurationError(parser.reader.diagnostics) }
        return parser.configuration
    }

    private mutating func read(_ entry: Node.Entry) {
        let name = entry.key.text
        let value = entry.value
        switch name {
        case "version": _ = reader.integer(value, name, in: 1...1)
        case "roots": configuration.roots = paths(value, name)
        case "include": configuration.include = reader.texts(value, name)?.map { Glob($0.text) }
        case "exclude": configuration.exclude = (reader.texts(value, name) ?? []).map { Glob($0.text) }
        case "region": configuration.region = reader.text(value, name)
        case "assumeDefaults": configuration.assumesDefaults = reader.flag(value, name) ?? true
        case "parameters": readParameters(value)
        case "failOn": configuration.failOn = reader.choice(value, name, as: FailureThreshold.self) ?? .error
        case "select": configuration.select = ruleNames(value, name)
        case "ignore": configuration.ignore = ruleNames(value, name)
        case "rules": readRules(value)
        case "ruleFolders": configuration.ruleFolders = paths(value, name)
        case "catalog": configuration.catalogFolders = paths(value, name)
        case "processingSecondsFrom":
            configuration.workers.processingSecondsFrom = (reader.texts(value, name) ?? []).map(\.text)
        case "hostMemoryMiB":
            configuration.hostMemoryMiB = reader.integer(value, name, in: 0...33_554_432) ?? configuration.hostMemoryMiB
        case "workers": readWorkers(value)
        default: refuse(entry)
        }
    }

    /// A key that a later release understands must not look as if it had worked.
    private mutating func refuse(_ entry: Node.Entry) {
        reader.report(
            "this version of ecslint does not have '\(entry.key.text)' yet",
            help: "Take the key out; leaving it in without effect would be misleading.", at: entry.key)
    }

    private mutating func paths(_ node: Node, _ name: String) -> [String] {
        (reader.texts(node, name) ?? []).map { PathName.join(folder, $0.text) }
    }

    private mutating func ruleNames(_ node: Node, _ name: String) -> [Configuration.RuleName] {
        (reader.texts(node, name) ?? []).map { Configuration.RuleName($0.text, span: $0.span) }
    }

    private mutating func readParameters(_ node: Node) {
        for entry in reader.entries(of: node, in: "parameters") ?? [] {
            let template = PathName.join(folder, entry.key.text)
            if entry.value.kind == .scalar {
                guard let path = reader.text(entry.value, "parameters of \(entry.key.text)") else { continue }
                let source = TemplateParameters.Source.file(path: PathName.join(folder, path), span: entry.value.span)
                configuration.parameters.append(TemplateParameters(template: template, source: source))
            } else {
                let values = ParameterFile.values(of: entry.value, in: &reader, source: reader.document.path)
                configuration.parameters.append(TemplateParameters(template: template, source: .values(values)))
            }
        }
    }

    private mutating func readRules(_ node: Node) {
        for entry in reader.entries(of: node, in: "rules") ?? [] {
            var adjustment = RuleAdjustment(key: entry.key, override: RuleConfiguration.Override())
            let place = "rule \(entry.key.text)"
            for change in reader.entries(of: entry.value, known: ["severity", "params"], in: place) {
                if change.key.text == "severity" {
                    adjustment.override.severity = reader.choice(change.value, "severity", as: Severity.self)
                } else {
                    let entries = reader.entries(of: change.value, in: "params of \(place)") ?? []
                    adjustment.override.parameters = entries.map { .init(name: $0.key, value: $0.value) }
                }
            }
            configuration.rules.append(adjustment)
        }
    }

    private mutating func readWorkers(_ node: Node) {
        for entry in reader.entries(of: node, in: "workers") ?? [] {
            configuration.workers.workers.append(WorkerDeclaration.read(entry, with: &reader))
        }
    }
}
