import Evaluation
import YAMLBridge

/// Where `terraform init` has put the modules that come from a registry or a repository.
///
/// Source: Terraform, `internal/modsdir/manifest.go`: `.terraform/modules/modules.json` holds `Key`, the names of the calls
/// with dots between them, and `Dir`, the folder from the root module's.
struct InstalledModules {
    static let path = ".terraform/modules/modules.json"

    private struct Copy {
        let folder: String
        let source: String?
        let version: String?
    }

    private let copies: [String: Copy]
    /// Whether there is a file that cannot be read.
    let isUnreadable: Bool

    /// - Parameter manifest: the text of the file, where there is one.
    init(_ manifest: String?) {
        let document = manifest.flatMap { try? Document.parse(Array($0.utf8), path: Self.path) }
        isUnreadable = manifest != nil && document?.root?["Modules"]?.kind != .sequence
        var copies: [String: Copy] = [:]
        for entry in document?.root?["Modules"]?.elements ?? [] {
            guard let key = entry["Key"]?.text, let folder = entry["Dir"]?.text, !folder.hasPrefix("/") else { continue }
            copies[key] = Copy(folder: folder, source: entry["Source"]?.text, version: entry["Version"]?.text)
        }
        self.copies = copies
    }

    /// The folder of a copy, from the root module's; `nil` where there is none of the source that the call names today.
    ///
    /// - Parameters:
    ///   - calls: the names of the calls from the root module on.
    ///   - source: what the innermost call names; `nil` takes whatever was put there.
    func folder(of calls: [String], source: String? = nil) -> String? {
        guard !copies.isEmpty, let copy = copies[calls.joined(separator: ".")] else { return nil }
        if let source, let kept = copy.source, !Self.isSame(kept, as: source) { return nil }
        return copy.folder
    }

    /// The version of the copy of a call, when one was put down.
    func version(of calls: [String]) -> String? { copies[calls.joined(separator: ".")]?.version }

    /// Whether a source that was put down is the one that a call names. Those of a registry have its host before them
    /// (`registry.terraform.io/acme/queue/aws`); how others are put down is not compared.
    private static func isSame(_ kept: String, as source: String) -> Bool {
        guard isOfRegistry(source) else { return true }
        return kept == source || kept.hasSuffix("/\(source)")
    }

    /// `NAMESPACE/NAME/PROVIDER`, with a host before it or without, and a folder within it behind `//`
    /// (https://developer.hashicorp.com/terraform/language/modules/configuration#terraform-registry).
    static func isOfRegistry(_ source: String) -> Bool {
        guard !source.contains("::"), !source.contains("?"), !source.contains("@"), !source.contains("://") else {
            return false
        }
        let package = source.split(separator: "//", maxSplits: 1).first ?? ""
        let parts = package.split(separator: "/", omittingEmptySubsequences: false)
        let hosts = ["github.com", "bitbucket.org"]
        guard parts.allSatisfy({ !$0.isEmpty }), let first = parts.first, !hosts.contains(String(first)) else { return false }
        return parts.count == 3 && !first.contains(".") || parts.count == 4 && first.contains(".")
    }

    func folder(of module: PlanModule) -> String? {
        guard !copies.isEmpty else { return nil }
        var names: [String] = []
        var current: PlanModule? = module
        while let module = current, module.parent != nil {
            names.append(module.call)
            current = module.parent
        }
        return folder(of: names.reversed())
    }
}
