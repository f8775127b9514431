import Evaluation
import Rules
import Templates
import Text
import Topology
import YAMLBridge

/// Reads `ecslint.yaml`: one case a key, so that this file is the list of keys.
struct ConfigurationParser {
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
            for entry in parser.reader.entries(of: root, known: ConfigurationShape.configuration.names, in: "the configuration") {
                parser.read(entry)
            }
        }
        parser.demandReasons()
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
        case "terraformLanguage": configuration.readsTerraformLanguage = reader.flag(value, name) ?? false
        case "region": configuration.region = reader.text(value, name)
        case "assumeDefaults": configuration.assumesDefaults = reader.flag(value, name) ?? true
        case "parameters": readParameters(value)
        case "failOn":
            configuration.failOn = reader.choice(value, name, as: FailureThreshold.self) ?? .error
            configuration.failOnSpan = value.span
        case "select": configuration.select = ruleNames(value, name)
        case "ignore": configuration.ignore = ruleNames(value, name)
        case "rules": readRules(value)
        case "suppress": readSuppressions(value)
        case "requireReasons": configuration.requiresReasons = reader.flag(value, name) ?? false
        case "baseline": configuration.baseline = reader.text(value, name).map { _ in path(value) }
        case "ruleFolders": configuration.ruleFolders = paths(value, name)
        case "catalog": configuration.catalogFolders = paths(value, name)
        case "processingSecondsFrom":
            configuration.workers.processingSecondsFrom = (reader.texts(value, name) ?? []).map(\.text)
        case "hostMemoryMiB":
            configuration.hostMemoryMiB = reader.integer(value, name, in: 0...33_554_432) ?? configuration.hostMemoryMiB
        case "workers": readWorkers(value)
        default: break
        }
    }

    private mutating func paths(_ node: Node, _ name: String) -> [String] {
        (reader.texts(node, name) ?? []).map { path($0) }
    }

    /// The path that a node names, from the working folder.
    private mutating func path(_ node: Node) -> String {
        let path = PathName.join(folder, node.text)
        configuration.namedPaths.append(Configuration.NamedPath(path: path, span: node.span))
        return path
    }

    private mutating func ruleNames(_ node: Node, _ name: String) -> [Configuration.RuleName] {
        (reader.texts(node, name) ?? []).map { Configuration.RuleName($0.text, span: $0.span) }
    }

    private mutating func readParameters(_ node: Node) {
        for entry in reader.entries(of: node, in: "parameters") ?? [] {
            let template = PathName.join(folder, entry.key.text)
            if entry.value.kind == .scalar {
                guard reader.text(entry.value, "parameters of \(entry.key.text)") != nil else { continue }
                let source = TemplateParameters.Source.file(path: path(entry.value), span: entry.value.span)
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
            for change in reader.entries(of: entry.value, known: ConfigurationShape.rule.names, in: place) {
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

    private mutating func readSuppressions(_ node: Node) {
        guard node.kind == .sequence || node.isNull else {
            reader.report("suppress must be a list", help: "Begin each suppression with `- rule: SQS001`.", at: node)
            return
        }
        configuration.suppress = node.elements.compactMap { ConfiguredSuppression($0, with: &reader) }
    }

    /// Whatever the order of the keys.
    private mutating func demandReasons() {
        guard configuration.requiresReasons else { return }
        for entry in configuration.suppress where entry.reason == nil {
            reader.report(
                "the suppression gives no reason, which requireReasons demands", help: "Add `reason:`.", at: entry.span)
        }
    }

    private mutating func readWorkers(_ node: Node) {
        for entry in reader.entries(of: node, in: "workers") ?? [] {
            configuration.workers.workers.append(WorkerDeclaration.read(entry, with: &reader))
        }
    }
}
