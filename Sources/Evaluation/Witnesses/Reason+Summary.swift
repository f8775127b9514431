extension Reason {
    /// What is not known, in a few words: `var.key`, `length(var.key)`; "unknown" for something without a name.
    var summary: String {
        switch term {
        case .call(let operation, let values): operation.phrase(values.map(\.summary))
        case .firstSuccess(let values): "try(\(values.map(\.summary).joined(separator: ", ")))"
        case .can(let value): "can(\(value.summary))"
        case .loop(let loop):
            if case .splat = loop.form { "\(loop.collection.summary)[*]" } else { "for ... in \(loop.collection.summary)" }
        case .failure, .input, nil: source.map(Self.name) ?? "unknown"
        }
    }
}

extension Reason {
    /// What a person calls the source: without the stack before it, and without the block of a copy's key.
    private static func name(of source: String) -> String {
        let name = source.contains("#") ? source.drop { $0 != "#" }.dropFirst() : source[...]
        return name.lastIndex(of: "|").map { String(name[name.index(after: $0)...]) } ?? String(name)
    }
}

extension Operation {
    /// The operation on some values as a template writes it: `a == b`, `m.key`, `length(l)`.
    fileprivate func phrase(_ values: [String]) -> String {
        let isWord = name.utf8.first.map { ($0 | 0x20) >= UInt8(ascii: "a") && ($0 | 0x20) <= UInt8(ascii: "z") } ?? false
        if memberName != nil { return (values.first ?? "") + name }
        if !isWord, values.count == 2 { return "\(values[0]) \(name) \(values[1])" }
        return "\(name)(\(values.joined(separator: ", ")))"
    }
}
