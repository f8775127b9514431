import Evaluation
import YAMLBridge

/// The tree of modules and resources that plans (`planned_values`, `prior_state.values`) and states (`values`) share.
///
/// Source: https://developer.hashicorp.com/terraform/internals/json-format, "Values Representation".
struct TerraformValues: Sendable {
    /// One resource of the tree.
    final class Entry: Sendable {
        let node: Node
        /// The address of the module that it stands in; empty for the root.
        let module: String
        let isData: Bool
        let type: String
        /// `aws_sqs_queue.q`, `data.aws_iam_policy_document.d`.
        let name: String
        /// The address without instance key.
        let base: String
        /// `[0]`, `["a"]`, or empty.
        let instance: String
        let address: String
        /// `sensitive_values`.
        let marks: Node?
        /// The object that a replacement has left behind and that the next run deletes.
        let isDeposed: Bool

        private static let keys = KeySet([
            "mode", "type", "name", "index", "address", "sensitive_values", "deposed_key", "deposed",
        ])

        /// - Parameter names: keeps the type from one resource to the next.
        init(node: Node, module: String, names: inout TypeNames) {
            var found: (mode: Node?, type: Node?, label: Node?, index: Node?, address: Node?, marks: Node?) = (
                nil, nil, nil, nil, nil, nil
            )
            var isDeposed = false
            node.forEachValue(of: Self.keys) { key, value in
                switch key {
                case 0: found.mode = value
                case 1: found.type = value
                case 2: found.label = value
                case 3: found.index = value
                case 4: found.address = value
                case 5: found.marks = value
                default: isDeposed = true
                }
            }
            names.read(found.type)
            self.node = node
            self.module = module
            self.isDeposed = isDeposed
            isData = found.mode?.hasText("data") == true
            type = names.type
            name = names.name(found.label, isData: isData)
            base = module.isEmpty ? name : "\(module).\(name)"
            instance = Self.instance(found.index, address: found.address, base: base)
            address = instance.isEmpty ? base : base + instance
            marks = found.marks
        }

        /// From the address, which spells keys as references do. Terraform 0.12 left it out of the addresses of states.
        private static func instance(_ index: Node?, address: Node?, base: String) -> String {
            guard let index else { return "" }
            guard let address = address?.text, address.hasPrefix(base), address.utf8.count > base.utf8.count
            else { return TerraformValues.instance(index) }
            return String(address.dropFirst(base.count))
        }
    }

    /// Every resource, module by module in the order of the text.
    let entries: [Entry]
    /// Addresses of all modules but the root.
    let modules: [String]

    /// - Parameters:
    ///   - root: a `root_module`.
    ///   - isDataOnly: leave out what is no data source.
    init(root: Node?, isDataOnly: Bool = false) {
        var entries: [Entry] = []
        var modules: [String] = []
        var names = TypeNames()
        var pending = root.map { [$0] } ?? []
        while let module = pending.popLast() {
            let address = module["address"]?.text ?? ""
            if !address.isEmpty { modules.append(address) }
            for node in module["resources"]?.elements ?? [] where node.kind == .mapping {
                if isDataOnly, node["mode"]?.hasText("data") != true { continue }
                let entry = Entry(node: node, module: address, names: &names)
                if !entry.isDeposed { entries.append(entry) }
            }
            pending += (module["child_modules"]?.elements ?? []).reversed()
        }
        self.entries = entries
        self.modules = modules
    }

    /// Whether Terraform marks a value of some resource as sensitive.
    var isConfidential: Bool { entries.contains { SensitiveValue.isMarked($0.marks) } }

    /// The resources of a plan without `planned_values`: what its changes lead to.
    init(changes: Node?) {
        var names = TypeNames()
        entries = (changes?.elements ?? []).compactMap { node in
            guard node.kind == .mapping, node["change"]?["after"]?.isNull == false else { return nil }
            return Entry(node: node, module: node["module_address"]?.text ?? "", names: &names)
        }.filter { !$0.isDeposed }
        modules = entries.map(\.module).filter { !$0.isEmpty }
    }

    /// An instance key as addresses spell it: `[0]`, `["a"]`.
    ///
    /// Source: Terraform, `internal/addrs/instance_key.go`, `toHCLQuotedString`.
    static func instance(_ key: Node) -> String {
        guard key.style == .doubleQuoted else { return key.isNull ? "" : "[\(key.text)]" }
        return instance(key.text)
    }

    /// The instance of a `for_each` key.
    static func instance(_ key: String) -> String {
        var text = ""
        var last: Unicode.Scalar = " "
        for scalar in key.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case "{" where last == "$" || last == "%":
                // `${` would begin an interpolation.
                text.unicodeScalars.append(last)
                text.unicodeScalars.append(scalar)
            default: text.unicodeScalars.append(scalar)
            }
            last = scalar
        }
        return "[\"\(text)\"]"
    }

    /// The key of an instance as addresses spell it; `nil` for the only instance of a resource.
    static func key(ofInstance instance: String) -> (text: String, isNumber: Bool)? {
        let inner = instance.dropFirst().dropLast()
        guard !inner.isEmpty else { return nil }
        guard inner.first == "\"", inner.count >= 2 else { return (String(inner), true) }
        var text = ""
        var isEscaped = false
        for scalar in inner.dropFirst().dropLast().unicodeScalars {
            if isEscaped {
                switch scalar {
                case "n": text += "\n"
                case "r": text += "\r"
                case "t": text += "\t"
                default: text.unicodeScalars.append(scalar)
                }
                isEscaped = false
            } else if scalar == "\\" {
                isEscaped = true
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
        return (text.replacing("$${", with: "${").replacing("%%{", with: "%{"), false)
    }
}
