import Evaluation
import YAMLBridge

/// A Terragrunt file, as far as it says which files are written into which module.
///
/// Source: https://terragrunt.gruntwork.io/docs/reference/config-blocks-and-attributes, "generate", "include", "terraform".
package struct TerragruntFile {
    /// Where a unit's module is.
    package enum Source: Hashable {
        /// A folder, in full.
        case folder(String)
        /// A folder within something that is fetched: a repository, which may be this one.
        case fetched(subfolder: String)
        case unknown
    }

    private let root: Node?
    private let places: TerragruntPlaces
    /// Stands in a text for a part that is not known.
    private static let placeholder = "ecslint_unknown"
    /// Most local values and functions that one value is followed through.
    private static let mostHops = 16

    /// - Parameter document: the file; its path ends in `.hcl` or `.hcl.json`.
    package init(_ document: Document, _ places: TerragruntPlaces) {
        root = document.root
        self.places = places
    }

    // MARK: - Blocks

    /// The files that the unit includes, in full, and `nil` for one whose path is not known. Files whose blocks do not count as
    /// the unit's own are left out.
    package var includes: [String?] {
        blocks("include", isLabelled: false).filter { $0.body["merge_strategy"].flatMap(text) != "no_merge" }.map { _, body in
            body["path"].flatMap(text).map { places.absolute($0, from: places.file) }
        }
    }

    /// Where `terraform { source }` says that the module is; `nil` where it says nothing.
    package var source: Source? {
        guard let node = blocks("terraform", isLabelled: false).lazy.compactMap({ $0.body["source"] }).first else { return nil }
        guard let written = text(node) else { return .unknown }
        let address = String(written.prefix { $0 != "?" })
        guard address.hasPrefix(".") || address.hasPrefix("/") else {
            // What is fetched may be this repository itself; its host is followed by `//` as well.
            let path = address.firstRange(ofText: "://").map { address[$0.upperBound...] } ?? address[...]
            return .fetched(subfolder: path.lastRange(ofText: "//").map { String(path[$0.upperBound...]) } ?? "")
        }
        return .folder(places.absolute(address, from: places.unit))
    }

    /// What the files declare that each `generate` block writes, by the block's name.
    package var generated: [String: GeneratedNames] {
        var names: [String: GeneratedNames] = [:]
        for (label, body) in blocks("generate", isLabelled: true) where body["disable"]?.text != "true" {
            names[label, default: GeneratedNames()].formUnion(declared(by: body))
        }
        // As an attribute it comes from elsewhere.
        if root?["generate"]?.kind == .scalar { names["", default: GeneratedNames()].addUnknownFile() }
        return names
    }

    private func declared(by body: Node) -> GeneratedNames {
        var names = GeneratedNames()
        let path = body["path"].flatMap(text) ?? "generated.tf"
        guard [".tf", ".tofu", ".tf.json", ".tofu.json"].contains(where: path.hasSuffix) else { return names }
        if let contents = body["contents"].flatMap(contents) {
            names.addFile(contents, path: path, placeholder: Self.placeholder)
        } else {
            names.addUnknownFile()
        }
        return names
    }

    /// Blocks of a type with their labels; one without a label has an empty one.
    private func blocks(_ type: String, isLabelled: Bool) -> [(label: String, body: Node)] {
        (root?.entries ?? []).filter { $0.key.text == type }.flatMap { entry in
            entry.value.bodies.flatMap { body -> [(label: String, body: Node)] in
                let isBare = !isLabelled && body.entries.contains { $0.value.kind == .scalar }
                if isBare || type == "terraform" { return [("", body)] }
                return body.entries.flatMap { inner in inner.value.bodies.map { (inner.key.text, $0) } }
            }
        }
    }

    // MARK: - Values

    /// A text that is wholly known.
    private func text(_ node: Node) -> String? {
        guard let expression = Self.expression(of: node) else { return nil }
        return value(of: expression, Self.mostHops).flatMap { $0.contains(Self.placeholder) ? nil : $0 }
    }

    /// A text with a placeholder for each part that is not known.
    private func contents(_ node: Node) -> String? { Self.expression(of: node).flatMap { value(of: $0, Self.mostHops) } }

    private static func expression(of node: Node) -> Expression? {
        guard node.kind == .scalar else { return nil }
        return try? node.holdsTemplates ? ExpressionParser.template(node.text) : ExpressionParser.expression(node.text)
    }

    private func value(of expression: Expression, _ hops: Int) -> String? {
        guard hops > 0 else { return nil }
        switch expression.form {
        case .parentheses(let inner): return value(of: inner, hops)
        case .number(let digits): return digits
        case .template(let pieces): return joined(pieces, hops)
        case .attribute(let source, let name):
            guard case .variable("local") = source.form, let node = local(name) else { return nil }
            return Self.expression(of: node).flatMap { value(of: $0, hops - 1) }
        case .call(let call): return value(of: call, hops)
        default: return nil
        }
    }

    private func joined(_ pieces: [TemplatePiece], _ hops: Int) -> String? {
        var text = ""
        for piece in pieces {
            switch piece {
            case .literal(let part): text += part
            case .interpolation(let inner): text += value(of: inner, hops) ?? Self.placeholder
            case .conditional, .loop: return nil
            }
        }
        return text
    }

    private func local(_ name: String) -> Node? {
        blocks("locals", isLabelled: false).lazy.compactMap { $0.body[name] }.first
    }

    /// Terragrunt's own functions, and those of Terraform that make paths or read files
    /// (https://terragrunt.gruntwork.io/docs/reference/built-in-functions).
    private func value(of call: Expression.FunctionCall, _ hops: Int) -> String? {
        func argument(_ place: Int) -> String? {
            call.arguments.indices.contains(place) ? value(of: call.arguments[place], hops - 1) : nil
        }
        switch call.name {
        case "find_in_parent_folders":
            guard let name = call.arguments.isEmpty ? "terragrunt.hcl" : argument(0) else { return nil }
            return places.above(name) ?? (call.arguments.isEmpty ? places.above("root.hcl") : argument(1))
        case "get_terragrunt_dir", "get_original_terragrunt_dir", "get_working_dir": return places.unit
        case "get_parent_terragrunt_dir": return places.file
        case "get_repo_root": return places.repository
        case "get_path_to_repo_root":
            return places.repository.map { TerragruntPlaces.relative($0, to: places.unit) }
        case "get_path_from_repo_root":
            return places.repository.map { TerragruntPlaces.relative(places.unit, to: $0) }
        case "path_relative_to_include": return TerragruntPlaces.relative(places.unit, to: places.file)
        case "path_relative_from_include": return TerragruntPlaces.relative(places.file, to: places.unit)
        case "dirname": return argument(0).flatMap(TerragruntPlaces.parent)
        case "abspath": return argument(0).map { places.absolute($0, from: places.unit) }
        case "file", "templatefile": return argument(0).flatMap { fileText($0, isTemplate: call.name == "templatefile", hops) }
        default: return nil
        }
    }

    private func fileText(_ path: String, isTemplate: Bool, _ hops: Int) -> String? {
        guard let text = places.contents(places.absolute(path, from: places.file)) else { return nil }
        guard isTemplate else { return text }
        guard let expression = try? ExpressionParser.template(text), case .template(let pieces) = expression.form else {
            return nil
        }
        return joined(pieces, hops - 1)
    }
}

extension StringProtocol {
    fileprivate func firstRange(ofText text: String) -> Range<Index>? {
        indices.lazy.compactMap { self[$0...].hasPrefix(text) ? $0..<self.index($0, offsetBy: text.count) : nil }.first
    }

    fileprivate func lastRange(ofText text: String) -> Range<Index>? {
        indices.reversed().lazy.compactMap { self[$0...].hasPrefix(text) ? $0..<self.index($0, offsetBy: text.count) : nil }
            .first
    }
}
