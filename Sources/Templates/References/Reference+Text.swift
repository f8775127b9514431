import Evaluation

extension Reference {
    /// Whether the value is one of those that are a single text.
    var isSurelyNoList: Bool {
        switch attribute {
        case .identifier: true
        case .named(let name): Self.texts.contains(name)
        }
    }

    /// Attributes that identify a resource wherever it has them, whatever its type: AWS gives them to each, so that none is
    /// null.
    private static let texts: Set<String> = [
        "arn", "arn_without_revision", "bucket", "family", "id", "invoke_arn", "key_arn", "key_id", "name", "repository_url",
        "target_key_arn", "target_key_id", "unique_id", "url",
    ]
}
