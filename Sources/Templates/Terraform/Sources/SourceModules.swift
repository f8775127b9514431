import Evaluation
import YAMLBridge

/// The configurations of a plan's modules, each read when a resource of it is first met.
final class SourceModules {
    private let find: (_ folder: String) -> [Document]
    private let installed: InstalledModules
    private var modules: [String: SourceModule?] = [:]
    /// Most folders that are read for one plan.
    private static let mostFolders = 100_000

    /// - Parameters:
    ///   - find: the files of a folder; the path starts at the root module's folder and may hold `..`.
    ///   - file: the text of a file by its path from there.
    init(find: @escaping (_ folder: String) -> [Document], file: (_ path: String) -> String? = { _ in nil }) {
        self.find = find
        installed = InstalledModules(file(InstalledModules.path))
    }

    /// The configuration of a module; `nil` where it is not at hand.
    func source(of module: PlanModule) -> SourceModule? {
        guard let folder = folder(of: module) else { return nil }
        if let known = modules[folder] { return known }
        guard modules.count < Self.mostFolders else { return nil }
        let documents = find(folder)
        let source = documents.isEmpty ? nil : SourceModule(documents)
        modules[folder] = .some(source)
        return source
    }

    /// The folder of a module's files, from the root module's: where its `source` leads, or where Terraform has put a copy of
    /// a module from elsewhere. `nil` where neither is known.
    func folder(of module: PlanModule) -> String? { module.sourceFolder ?? installed.folder(of: module) }

    /// The block of a resource, data source, module call, output or variable.
    func block(_ name: String, in module: PlanModule) -> SourceBlock? { source(of: module)?.block(name) }

    /// The call in the author's own files that brings a module from elsewhere in, with what that module calls; `nil` for a
    /// module whose files are the author's own.
    func call(bringing module: PlanModule) -> SourceBlock? {
        guard module.sourceFolder == nil else { return nil }
        var outermost = module
        while let parent = outermost.parent, parent.sourceFolder == nil { outermost = parent }
        return outermost.parent.flatMap { block("module.\(outermost.call)", in: $0) }
    }
}
