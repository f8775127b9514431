import ArgumentParser
import InstanceCatalog
import Workspace

/// The values that a shell offers behind a flag. The binary is asked at each press of the key, so that they are those of the
/// version that is installed.
extension CompletionKind {
    /// The ids of the built-in rules.
    static var ruleIDs: CompletionKind {
        .custom { (_: [String], _: Int, _: String) -> [String] in
            // A shell has no place for a mistake: no rules, no offers.
            ((try? RuleCatalog())?.rules ?? []).map(\.id)
        }
    }

    /// The instance types of the built-in catalog.
    static var instanceTypes: CompletionKind {
        .custom { (_: [String], _: Int, _: String) -> [String] in InstanceCatalog.builtIn.instanceTypes.map(\.name) }
    }

    /// The regions that the built-in catalog has prices for.
    static var regions: CompletionKind {
        .custom { (_: [String], _: Int, _: String) -> [String] in InstanceCatalog.builtIn.regions }
    }
}
