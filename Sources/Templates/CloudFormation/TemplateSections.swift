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
    /// Whether there are modules, which bring resources with names of their own.
    private(set) var hasModules = false
    private var resourceNumbers: [String: Int] = [:]
    private var outputNumbers: [String: Int] = [:]
    /// Why resources may exist that are not listed.
    var openResources: [Reason] = []
    /// Why other names may exist that are not listed.
    var openNames: [Reason] = []

    mutating func setResources(_ entries: [SectionEntry]) {
        resources = Self.unique(entries)
        resourceNumbers = Self.numbers(resources)
        for entry in resources {
            let type = entry.attribute("Type").map { $0.loops.replaced(in: $0.value.text) } ?? ""
            if type.isEmpty, !entry.open.isEmpty { openResources.append(Reason("the type of \(entry.name) is not known")) }
            resourceTypes[entry.name] = type
            hasModules = hasModules || Self.isModule(type)
        }
    }

    /// Whether a type is a module of CloudFormation's registry, which brings resources with names of their own.
    static func isModule(_ type: String) -> Bool { type.hasSuffix("::MODULE") }

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
