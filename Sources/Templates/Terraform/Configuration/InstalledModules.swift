import Evaluation
import YAMLBridge

/// Where `terraform init` has put the modules that come from a registry or a repository.
///
/// Source: Terraform, `internal/modsdir/manifest.go`: `.terraform/modules/modules.json` holds `Key`, the names of the calls
/// with dots between them, and `Dir`, the folder from the root module's.
struct InstalledModules {
    static let path = ".terraform/modules/modules.json"

    private let folders: [String: String]

    /// - Parameter manifest: the text of the file, where there is one.
    init(_ manifest: String?) {
        let document = manifest.flatMap { try? Document.parse(Array($0.utf8), path: Self.path) }
        var folders: [String: String] = [:]
        for entry in document?.root?["Modules"]?.elements ?? [] {
            guard let key = entry["Key"]?.text, let folder = entry["Dir"]?.text, !folder.hasPrefix("/") else { continue }
            folders[key] = folder
        }
        self.folders = folders
    }

    func folder(of module: PlanModule) -> String? {
        guard !folders.isEmpty else { return nil }
        var names: [String] = []
        var current: PlanModule? = module
        while let module = current, module.parent != nil {
            names.append(module.call)
            current = module.parent
        }
        return folders[names.reversed().joined(separator: ".")]
    }
}
