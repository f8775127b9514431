import Evaluation
import YAMLBridge

/// One instance of a module: `module.area[0].module.worker`; the root module has an empty address.
final class PlanModule {
    let address: String
    let parent: PlanModule?
    /// The name of the module's call in its parent; empty for the root.
    let call: String
    /// `[0]`, `["a"]`, or empty.
    let instance: String
    let configuration: PlanConfiguration?

    init(root configuration: PlanConfiguration?) {
        address = ""
        parent = nil
        call = ""
        instance = ""
        self.configuration = configuration
    }

    init(call: String, instance: String, in parent: PlanModule) {
        address = Self.address(of: "module.\(call)", in: parent) + instance
        self.parent = parent
        self.call = call
        self.instance = instance
        configuration = parent.configuration?.child(call)
    }

    /// The address of something in a module.
    static func address(of name: String, in module: PlanModule) -> String {
        module.address.isEmpty ? name : "\(module.address).\(name)"
    }

    /// The configuration of the call that makes the module.
    var callNode: Node? { parent?.configuration?.call(call) }

    /// The folders from the root module to this one, as the calls' `source` name them; `nil` when one is not local.
    var sourceFolder: String? {
        guard let parent else { return "" }
        guard let outer = parent.sourceFolder, let source = callNode?["source"]?.text,
            source.hasPrefix("./") || source.hasPrefix("../")
        else { return nil }
        return outer.isEmpty ? source : "\(outer)/\(source)"
    }
}
