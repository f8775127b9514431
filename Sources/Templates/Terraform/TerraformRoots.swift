import YAMLBridge

/// The Terraform files of a run: plans, states and configurations, each evaluated once.
struct TerraformRoots {
    private let documents: [Document]
    private let options: LoadOptions
    private let isIncomplete: (_ folder: String) -> Bool
    private let sources: (_ folder: String, _ from: Document) -> [Document]

    /// - Parameters:
    ///   - isIncomplete: whether a folder holds configuration that could not be read.
    ///   - sources: the files of a folder of configuration, by its path from the folder that a plan or another file of
    ///     configuration starts from.
    init(
        _ documents: [Document], options: LoadOptions, isIncomplete: @escaping (_ folder: String) -> Bool,
        sources: @escaping (_ folder: String, _ from: Document) -> [Document]
    ) {
        self.documents = documents
        self.options = options
        self.isIncomplete = isIncomplete
        self.sources = sources
    }

    /// - Parameter firstStack: the index of the first one in the workload.
    func stacks(from firstStack: Int) -> [Stack] {
        var stacks: [Stack] = []
        var planned: Set<String> = []
        var configurations: [Document] = []
        for document in documents {
            if TerraformDocument.kind(of: document) == .terraformConfiguration {
                configurations.append(document)
                continue
            }
            let stack = TerraformDocument.load(document, options: options, stack: firstStack + stacks.count) { folder in
                let found = sources(folder, document).filter { !TerraformConfigurationLoader.isVariableFile($0) }
                planned.formUnion(found.map(\.path))
                return found
            }
            if let stack { stacks.append(stack) }
        }
        for folder in folders(configurations) {
            // What a plan was made of is judged by the plan, which knows more of it.
            let isPlanned = folder.allSatisfy { planned.contains($0.path) }
            stacks += isPlanned
                ? folder.enumerated().map { Self.unread($1, stack: firstStack + stacks.count + $0) }
                : load(folder, firstStack: firstStack + stacks.count)
        }
        return stacks
    }

    private func load(_ folder: [Document], firstStack: Int) -> [Stack] {
        var files = folder
        let own = Set(folder.map(\.path))
        // The files that were not named belong to the module as well.
        if let first = folder.first { files += sources("", first).filter { !own.contains($0.path) } }
        return TerraformConfigurationLoader.load(
            files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }, options: options,
            firstStack: firstStack, isIncomplete: isIncomplete, module: module)
    }

    /// The files of a module: as the caller finds them, else those of the input.
    private func module(_ path: String, _ root: Document) -> [Document] {
        let found = sources(path, root)
        guard found.isEmpty else { return found }
        let own = Self.folder(of: root.path)
        let folder = Self.tidy(own.isEmpty ? path : "\(own)/\(path)")
        return documents.filter { TerraformDocument.kind(of: $0) == .terraformConfiguration && Self.folder(of: $0.path) == folder }
    }

    /// A file that another one stands for.
    private static func unread(_ document: Document, stack: Int) -> Stack {
        Stack(
            kind: .terraformConfiguration, document: document, name: "", root: stack, resources: [],
            resourceCount: SourceModule([document]).resourceCount, open: [], problems: [], exports: [], outputs: [])
    }

    // MARK: - Folders

    /// The files of each folder that no other folder of the input calls as a module.
    private func folders(_ configurations: [Document]) -> [[Document]] {
        var order: [String] = []
        var files: [String: [Document]] = [:]
        for document in configurations {
            let folder = Self.folder(of: document.path)
            if files[folder] == nil { order.append(folder) }
            files[folder, default: []].append(document)
        }
        let called = Set(configurations.flatMap(Self.calledFolders))
        let roots = order.filter { !called.contains($0) }
        // A circle has no root: its first folder stands for it.
        return (roots.isEmpty ? Array(order.prefix(1)) : roots).compactMap { files[$0] }
    }

    /// The folders that a file's module calls name by a local path.
    private static func calledFolders(_ document: Document) -> [String] {
        let own = folder(of: document.path)
        return (document.root?.mappings ?? []).flatMap { root in
            root.entries.filter { $0.key.text == "module" }.flatMap { $0.value.mappings }.flatMap(\.entries)
        }.flatMap { $0.value.mappings }.compactMap { call in
            guard let source = call["source"]?.text, source.hasPrefix("./") || source.hasPrefix("../") else { return nil }
            return tidy(own.isEmpty ? source : "\(own)/\(source)")
        }
    }

    private static func folder(of path: String) -> String {
        tidy(path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/"))
    }

    /// Without `.` and, where it can be told, without `..`.
    static func tidy(_ path: String) -> String {
        var parts: [Substring] = []
        for part in path.split(separator: "/", omittingEmptySubsequences: false) {
            switch part {
            case ".": continue
            case "" where !parts.isEmpty: continue
            case "..": if parts.isEmpty || parts.last == ".." { parts.append(part) } else { parts.removeLast() }
            default: parts.append(part)
            }
        }
        return parts.joined(separator: "/")
    }
}
