/// The bodies of a plan's data sources, each read when somebody first needs it: one may be made from another.
final class DataBodies {
    private let entries: [String: TerraformValues.Entry]
    private let read: (TerraformValues.Entry) -> Value
    private var bodies: [String: Value] = [:]
    private var underWay: Set<String> = []

    init(entries: [TerraformValues.Entry], read: @escaping (TerraformValues.Entry) -> Value) {
        self.entries = Dictionary(entries.map { ($0.address, $0) }, uniquingKeysWith: { first, _ in first })
        self.read = read
    }

    /// `nil` for what is no data source, and inside of its own reading.
    func body(at address: String) -> Value? {
        if let known = bodies[address] { return known }
        guard let entry = entries[address], underWay.insert(address).inserted else { return nil }
        defer { underWay.remove(address) }
        let body = completed(read(entry), entry)
        bodies[address] = body
        return body
    }

    /// With the document that the data source will give, where the plan could not put it together yet.
    private func completed(_ body: Value, _ entry: TerraformValues.Entry) -> Value {
        guard entry.type == "aws_iam_policy_document", case .map(let members, _) = body.content,
            body.member("json").knownText == nil
        else { return body }
        let document = PolicyDocumentData.document(of: body)
        let rest = members.filter { $0.key != "json" && $0.key != "minified_json" }
        return Value(
            .map(rest + ["json", "minified_json"].map { .init(key: $0, value: document) }), origin: body.origin,
            steps: body.steps)
    }
}
