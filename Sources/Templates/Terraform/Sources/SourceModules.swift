import YAMLBridge

/// The configurations of a plan's modules, each read when a resource of it is first met.
final class SourceModules {
    private let find: (_ folder: String) -> [Document]
    private var modules: [String: SourceModule?] = [:]
    /// Most folders that are read for one plan.
    private static let mostFolders = 1_000

    /// - Parameter find: the files of a folder; the path starts at the root module's folder and may hold `..`.
    init(find: @escaping (_ folder: String) -> [Document]) {
        self.find = find
    }

    /// The configuration of a module; `nil` where it is not at hand.
    func source(of module: PlanModule) -> SourceModule? {
        guard let folder = module.sourceFolder else { return nil }
        if let known = modules[folder] { return known }
        guard modules.count < Self.mostFolders else { return nil }
        let documents = find(folder)
        let source = documents.isEmpty ? nil : SourceModule(documents)
        modules[folder] = .some(source)
        return source
    }

    /// The block of a resource, data source, module call, output or variable.
    func block(_ name: String, in module: PlanModule) -> SourceBlock? { source(of: module)?.block(name) }
}
