import Evaluation

/// The bodies of a plan's data sources, each read when somebody first needs it: one may be made from another.
final class DataBodies {
    private let entries: [String: TerraformValues.Entry]
    private let read: (TerraformValues.Entry) -> Value
    /// Whether the bodies stand in the configuration, so that a document is best shown in its statements.
    private let hasSources: Bool
    private var bodies = Memo<String, Value>()

    init(entries: [TerraformValues.Entry], hasSources: Bool = false, read: @escaping (TerraformValues.Entry) -> Value) {
        self.hasSources = hasSources
        self.entries = Dictionary(entries.map { ($0.address, $0) }, uniquingKeysWith: { first, _ in first })
        self.read = read
    }

    /// `nil` for what is no data source, and inside of its own reading.
    func body(at address: String) -> Value? {
        guard let entry = entries[address] else { return nil }
        switch bodies.begin(address) {
        case .known(let body): return body
        case .underway: return nil
        case .begun: return bodies.end(address, with: completed(read(entry), entry))
        }
    }

    /// With the document that the data source will give, where the plan could not put it together yet. A document that the
    /// plan knows stays what it is, in the statements that make it.
    private func completed(_ body: Value, _ entry: TerraformValues.Entry) -> Value {
        guard entry.type == "aws_iam_policy_document", case .map(let members, _) = body.content else { return body }
        let known = body.member("json")
        guard known.knownText == nil || hasSources else { return body }
        var document = PolicyDocumentData.document(of: body)
        if known.knownText != nil {
            document = SourceAlignment.aligned(known.unwrappedJSON, with: document, at: known.origin)
        }
        let rest = members.filter { $0.key != "json" && $0.key != "minified_json" }
        return Value(
            .map(rest + ["json", "minified_json"].map { .init(key: $0, value: document) }), origin: body.origin,
            steps: body.steps)
    }
}
