import Evaluation
import YAMLBridge

/// The sections of a template with loops run and includes taken in.
struct TemplateSections: Sendable {
    var parameters: [String: SectionEntry] = [:]
    var mappings: [String: SectionEntry] = [:]
    var conditions: [String: SectionEntry] = [:]
    /// In the order of the text; of duplicate logical ids the last one.
    private(set) var resources: [SectionEntry] = []
    private(set) var outputs: [SectionEntry] = []
    /// `Type` by logical id.
    private(set) var resourceTypes: [String: String] = [:]
    /// Modules by logical id, with what they are: each brings resources whose names begin with its own.
    ///
    /// Sources: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/modules.html, "Referencing resources in a
    /// module"; `Modules` of https://github.com/aws-cloudformation/rain and of `aws cloudformation package`.
    private(set) var modules: [String: ModuleUsage] = [:]
    private var resourceNumbers: [String: Int] = [:]
    private var outputNumbers: [String: Int] = [:]
    /// Why resources may exist that are not listed.
    var openResources: [Reason] = []
    /// Why other names may exist that are not listed.
    var openNames: [Reason] = []

    /// Whether a mapping's key stands for other entries.
    static func isExpanding(_ key: String) -> Bool {
        key.hasPrefix("Fn::ForEach::") || key == "Fn::ForEach" || key.hasPrefix("Fn::Transform") || key == "<<"
    }

    mutating func setResources(_ entries: [SectionEntry]) {
        resources = Self.unique(entries)
        resourceNumbers = Self.numbers(resources)
        for entry in resources {
            let written = entry.attribute("Type")
            let type = written.map { Self.type($0) } ?? ""
            if type.isEmpty, !entry.open.isEmpty { openResources.append(Reason("the type of \(entry.name) is not known")) }
            resourceTypes[entry.name] = type
            if let written, let usage = ModuleUsage(type, at: written) { modules[entry.name] = usage }
        }
    }

    mutating func setModules(_ entries: [SectionEntry]) {
        for entry in entries where entry.value.kind == .mapping {
            modules[entry.name] = ModuleUsage(packaged: entry)
        }
    }

    /// `Type: AWS::SQS::Queue`; rain writes `!Rain::Module PATH` or `{"Rain::Module": PATH}` there.
    private static func type(_ entry: SectionEntry) -> String {
        let isOfRain =
            entry.value.tag == "!Rain::Module" || entry.value.entry(ModuleUsage.rain) != nil
            || entry.value.entry("Fn::\(ModuleUsage.rain)") != nil
        return isOfRain ? ModuleUsage.rain : entry.loops.replaced(in: entry.value.text)
    }

    mutating func setOutputs(_ entries: [SectionEntry]) {
        outputs = Self.unique(entries)
        outputNumbers = Self.numbers(outputs)
    }

    func resource(_ logicalID: String) -> SectionEntry? { resourceNumbers[logicalID].map { resources[$0] } }

    func output(_ name: String) -> SectionEntry? { outputNumbers[name].map { outputs[$0] } }

    private static func unique(_ entries: [SectionEntry]) -> [SectionEntry] {
        let named = entries.filter { $0.key.kind == .scalar && !$0.name.isEmpty }
        var seen: Set<String> = []
        return named.reversed().filter { seen.insert($0.name).inserted }.reversed()
    }

    private static func numbers(_ entries: [SectionEntry]) -> [String: Int] {
        Dictionary(entries.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { _, last in last })
    }
}
