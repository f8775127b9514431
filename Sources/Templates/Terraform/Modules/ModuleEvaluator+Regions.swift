import Evaluation
import YAMLBridge

extension ModuleEvaluator {
    /// The region of the default `aws` provider; a run's own region comes first.
    var region: String? { run.options.region ?? region(ofProvider: nil) }

    /// The region that a resource is made in: its own argument (provider 6), else that of its provider; a run's own comes first.
    func region(of block: ConfigurationBlock, body: Value) -> String? {
        if let region = run.options.region { return region }
        if let own = body.member("region").knownText, !own.isEmpty { return own }
        guard let provider = block.entry("provider") else { return region }
        return Self.alias(provider.value).flatMap { region(ofProvider: $0) }
    }

    /// The region of the `aws` provider of an alias, or of the default one. A module without one has that of its call, which
    /// `providers` may map to another (https://developer.hashicorp.com/terraform/language/modules/develop/providers).
    private func region(ofProvider alias: String?) -> String? {
        let blocks = configuration.providers.filter {
            $0.name == "aws" && $0.block.entry("alias")?.value.literalText == alias
        }
        if let block = blocks.first?.block { return blocks.count == 1 ? region(in: block) : nil }
        guard let call else { return nil }
        if let passed = call.block.entry("providers") {
            let name = alias.map { "aws.\($0)" } ?? "aws"
            guard let mapped = passed.value.entries.first(where: { $0.key.text == name }) else { return nil }
            return call.parent.region(ofProvider: Self.alias(mapped.value) ?? nil)
        }
        return alias == nil ? call.parent.region(ofProvider: nil) : nil
    }

    private func region(in block: ConfigurationBlock) -> String? {
        guard let entry = block.entry("region"), !isReadingRegion else { return nil }
        isReadingRegion = true
        defer { isReadingRegion = false }
        let origin = block.origin(resource: nil, path: [.key("provider"), .key("aws")])
            .child(.key("region"), node: entry.value, key: entry.key)
        return BodyReader(scope: scope("provider.aws")).value(entry.value, at: origin).knownText
    }

    /// The alias in `aws.west`, `nil` in it for `aws` alone; `nil` for other providers.
    private static func alias(_ node: Node) -> String?? {
        var text = Substring(node.text)
        if text.hasPrefix("${"), text.hasSuffix("}") { text = text.dropFirst(2).dropLast() }
        let words = text.split(separator: ".").map(String.init)
        guard words.first == "aws", words.count <= 2 else { return nil }
        return .some(words.count == 2 ? words[1] : nil)
    }
}
