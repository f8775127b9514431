import Evaluation
import YAMLBridge

/// Which of Terraform's files a document is, by its content.
package enum TerraformDocument {
    /// `nil` for what is neither plan nor state nor configuration.
    package static func kind(of document: Document) -> TemplateKind? {
        let path = document.path
        if path.hasSuffix(".tf") || path.hasSuffix(".tofu") { return .terraformConfiguration }
        if path.hasSuffix(".tf.json") || path.hasSuffix(".tofu.json") {
            return ModuleConfiguration.isConfiguration(document) ? .terraformConfiguration : nil
        }
        guard let root = document.root, root.kind == .mapping else { return nil }
        if isPlan(root) { return .terraformPlan }
        return isState(root) || isStateFile(root) || isEncrypted(root) ? .terraformState : nil
    }

    private static func isPlan(_ root: Node) -> Bool {
        if root["planned_values"]?.kind == .mapping { return true }
        guard root["resource_changes"]?.kind == .sequence else { return false }
        return ["format_version", "plan_format_version", "terraform_version"].contains { root[$0] != nil }
    }

    /// `show -json` of a state; an empty state has nothing but its version.
    static func isState(_ root: Node) -> Bool {
        guard root["format_version"]?.kind == .scalar else {
            return root["terraform_version"]?.kind == .scalar && root["values"]?["root_module"] != nil
        }
        return root["values"]?.kind == .mapping || root.count == 1
            || root.count == 2 && root["terraform_version"] != nil
    }

    /// A `terraform.tfstate` of any version.
    static func isStateFile(_ root: Node) -> Bool {
        guard root["version"]?.kind == .scalar else { return false }
        return root["lineage"] != nil && root["serial"] != nil || root["terraform_version"] != nil
    }

    /// A state or a plan that OpenTofu has encrypted (https://opentofu.org/docs/language/state/encryption/; the members are those
    /// of `internal/encryption/base.go`, `basedata`).
    private static func isEncrypted(_ root: Node) -> Bool {
        root["encrypted_data"]?.kind == .scalar && root["encryption_version"]?.kind == .scalar
    }

    /// Why a document that is Terraform's cannot be read; `nil` for one that can.
    package static func refusal(of document: Document) -> TerraformRefusal? {
        guard let root = document.root, let kind = kind(of: document) else { return nil }
        switch kind {
        case .terraformPlan, .terraformState: break
        default: return nil
        }
        if isEncrypted(root) {
            return TerraformRefusal(
                message: "this file is encrypted by OpenTofu",
                help: "`tofu show -json` with its keys gives a state or a plan that can be read.",
                span: root["encrypted_data"]?.span)
        }
        if kind == .terraformState, !isState(root) {
            guard let version = root["version"], version.text != "4" else { return nil }
            return TerraformRefusal(
                message: "this state file has version \(version.text.prefix(20)); ecslint reads version 4",
                help: "`terraform show -json > state.json` with the Terraform that wrote it gives a state that can be read.",
                span: version.span)
        }
        let version = root["format_version"] ?? root["plan_format_version"]
        guard let version, let major = version.text.split(separator: ".").first, let number = Int(major), number > 1
        else { return nil }
        return TerraformRefusal(
            message: "this is format \(version.text.prefix(20)) of Terraform's JSON; ecslint reads the formats 0.1 to 1.x",
            help: "Make the JSON with `terraform show -json` of a release that ecslint knows, or use a newer ecslint.",
            span: version.span)
    }

    /// Reads a plan or state that is not refused; `nil` for anything else.
    static func load(
        _ document: Document, options: LoadOptions, stack: Int,
        sources: @escaping (_ folder: String) -> [Document] = { _ in [] }
    ) -> Stack? {
        guard let root = document.root else { return nil }
        switch kind(of: document) {
        case .terraformPlan:
            return PlanLoader(document, root: root, options: options, stack: stack, sources: sources).load()
        case .terraformState:
            return isState(root)
                ? StateLoader(document: document, root: root, options: options, stack: stack).load()
                : StateFileLoader(document: document, root: root, options: options, stack: stack).load()
        default: return nil
        }
    }
}
