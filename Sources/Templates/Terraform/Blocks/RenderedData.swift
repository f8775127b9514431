import Text
import Evaluation
import YAMLBridge

/// Texts that data sources make of their arguments without asking anybody.
struct RenderedData {
    let scope: BlockScope
    /// The arguments of the data source.
    let body: Value
    /// Where it stands.
    let origin: Origin

    /// Data sources whose `rendered` is worked out here.
    static let types: Set<String> = ["template_file", "template_cloudinit_config", "cloudinit_config"]

    /// `rendered` of a data source of this type.
    func value(ofType type: String) -> Value { type == "template_file" ? templateFile : cloudConfig }

    /// `template` with the values of `vars` in it, each a text
    /// (https://registry.terraform.io/providers/hashicorp/template/latest/docs/data-sources/file).
    private var templateFile: Value {
        let given = body.member("vars").block
        var members: [Value.Member] = []
        if case .map(let written, _) = given.content {
            members = written.map { member in
                let text = member.value.convertedText.map { member.value.withText($0) }
                return .init(key: member.key, value: text ?? member.value)
            }
        }
        return ExpressionEvaluator(scope: scope, node: origin.node)
            .rendered(body.member("template"), naming: members, at: origin)
    }

    /// The contents of the parts, one behind the other, in base64 unless that is turned off. What packs them does not matter
    /// for what they say, so that MIME's headers are left out and nothing is compressed
    /// (https://registry.terraform.io/providers/hashicorp/cloudinit/latest/docs/data-sources/config).
    private var cloudConfig: Value {
        let written = body.member("part")
        var parts: [TextPart] = []
        switch written.content {
        case .absent: break
        case .list(let blocks, let open):
            for block in blocks { add(block, to: &parts) }
            if !open.isEmpty { parts.append(.value(.unknown(open, at: origin))) }
        case .map: add(written, to: &parts)
        default: return .unknown(madeOf: [written], Reason("the parts are not known"), origin: origin)
        }
        let text = scope.work.joined(parts, at: origin)
        guard isPacked, let known = text.knownText else { return text }
        return .text(Base64.encoded(Array(known.utf8)), origin: origin)
    }

    private func add(_ block: Value, to parts: inout [TextPart]) {
        let (block, existence) = block.presence
        let content = block.member("content")
        guard !content.isAbsent else { return }
        let text = content.convertedText.map { content.withText($0) } ?? content
        parts += Value.choice(existence, text, .text("", origin: origin), origin: origin).textParts
        parts.append(.literal("\n"))
    }

    /// Both are on by default, and what is compressed is in base64 as well.
    private var isPacked: Bool {
        ["gzip", "base64_encode"].contains { body.member($0).convertedTruth ?? true }
    }
}

extension Value {
    /// The same value as a text.
    fileprivate func withText(_ text: String) -> Value { .text(text, origin: origin, steps: steps) }
}
