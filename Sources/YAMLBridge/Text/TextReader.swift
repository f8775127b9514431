/// Chooses the format of a text and reads it.
struct TextReader {
    struct Reading {
        let arena: Arena
        let warnings: [UnplacedDiagnostic]
    }

    let view: ByteView
    let isASCII: Bool
    /// Whether libyaml may have a copy of the text, which is faster.
    let lendsText: Bool
    let path: String
    let limits: ParseLimits

    func read() throws(UnplacedDiagnostic) -> Reading {
        do {
            if hasExtension(".json") { return try json() }
            if [".tf", ".tofu", ".tfvars", ".hcl"].contains(where: hasExtension) { return try terraform() }
            guard startsLikeJSON else { return try yaml() }
            return try jsonOrYAML()
        } catch {
            throw TemplateMarker.explain(error, in: view)
        }
    }

    private func jsonOrYAML() throws(UnplacedDiagnostic) -> Reading {
        let jsonFailure: UnplacedDiagnostic
        do { return try json() } catch { jsonFailure = error }
        do { return try yaml() } catch {
            throw hasExtension(".yaml") || hasExtension(".yml") ? error : jsonFailure
        }
    }

    private func json() throws(UnplacedDiagnostic) -> Reading {
        var reader = JSONReader(view: view, limits: limits)
        try reader.read()
        return reader.finish()
    }

    private func yaml() throws(UnplacedDiagnostic) -> Reading {
        var reader = YAMLReader(view: view, isASCII: isASCII, lendsText: lendsText, limits: limits)
        try reader.read()
        return reader.finish()
    }

    private func terraform() throws(UnplacedDiagnostic) -> Reading {
        var reader = HCLReader(view: view, limits: limits)
        try reader.read()
        return reader.finish()
    }

    private func hasExtension(_ name: String) -> Bool { path.lowercased().hasSuffix(name) }

    private var startsLikeJSON: Bool {
        var offset = 0
        while view[offset].isWhitespace { offset += 1 }
        return view[offset] == UInt8(ascii: "{") || view[offset] == UInt8(ascii: "[")
    }
}
