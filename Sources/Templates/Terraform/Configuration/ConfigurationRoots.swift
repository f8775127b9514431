import Evaluation
import Text
import YAMLBridge

/// The root modules among the configuration files of a run.
struct ConfigurationRoots {
    /// The files of a folder by its path from the root module's folder, and a file of that folder.
    typealias FolderReader = (_ folder: String, _ root: Document) -> [Document]

    /// Files in Terraform's JSON form, in the order of the input.
    let documents: [Document]
    /// Folders that hold a plan of this configuration: their files are its sources and no input of their own.
    let plannedFolders: Set<String>
    /// Files that were read as a plan's sources, wherever the plan stands.
    let plannedFiles: Set<String>
    let options: LoadOptions
    let sources: FolderReader
    /// Whether a folder holds files that could not be read.
    let isIncomplete: (_ folder: String) -> Bool

    /// The stacks of every root module.
    func load(firstStack: Int) -> [Stack] {
        var order: [String] = []
        var folders: [String: [Document]] = [:]
        for document in documents {
            let folder = ModuleEvaluator.folder(of: document.path)
            if folders[folder] == nil { order.append(folder) }
            folders[folder, default: []].append(document)
        }
        let called = Set(order.flatMap { calledFolders(of: $0, folders[$0] ?? []) })
        var roots = order.filter { !called.contains($0) }
        if roots.isEmpty { roots = Array(order.prefix(1)) }
        return roots.reduce(into: []) { stacks, folder in
            stacks += self.stacks(ofRoot: folder, folders, firstStack: firstStack + stacks.count)
        }
    }

    private func stacks(ofRoot folder: String, _ folders: [String: [Document]], firstStack: Int) -> [Stack] {
        guard let own = folders[folder], let first = own.first else { return [] }
        guard !plannedFolders.contains(folder), !own.allSatisfy({ plannedFiles.contains($0.path) }) else {
            return own.enumerated().map { Self.source($1, index: firstStack + $0) }
        }
        let reader: FolderReader = { path, root in
            let found = sources(path, root)
            return found.isEmpty ? folders[Self.joined(folder, path)] ?? [] : found
        }
        let names = Set(own.map { ModuleConfiguration.fileName($0.path) })
        let others = sources("", first).filter { !names.contains(ModuleConfiguration.fileName($0.path)) }
        return TerraformConfigurationLoader.load(
            own + others, options: options, firstStack: firstStack, isIncomplete: isIncomplete, module: reader)
    }

    /// A file whose plan stands beside it.
    private static func source(_ document: Document, index: Int) -> Stack {
        Stack(
            kind: .terraformConfiguration, document: document, name: "", root: index, resources: [],
            resourceCount: ModuleConfiguration([document]).resourceCounts[document.path] ?? 0,
            open: [], problems: [], exports: [], outputs: [])
    }

    /// The folders that a folder's files call as modules.
    private func calledFolders(of folder: String, _ documents: [Document]) -> [String] {
        ModuleConfiguration(documents).blocks(.module).compactMap { _, block in
            guard let source = block.entry("source")?.value.literalText, ModuleEvaluator.isLocal(source) else { return nil }
            let path = Self.joined(folder, source)
            return path == folder ? nil : path
        }
    }

    /// A path from a folder, with `.` and `..` worked out; empty for the working folder.
    static func joined(_ folder: String, _ path: String) -> String {
        let joined = PathName.cleaned(folder.isEmpty ? path : folder + "/" + path)
        return joined == "." ? "" : joined
    }
}
