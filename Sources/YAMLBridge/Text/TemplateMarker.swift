/// Finds out whether a text that cannot be read is the source of a template engine, not yet a template.
enum TemplateMarker {
    /// Bytes within which a marker closes.
    private static let longest = 500

    /// Up to where no marker closes, so that a line of openings is walked once and not from each of them.
    private struct Barren {
        var percent = 0
        var brace = 0
    }

    /// The error, or one that says that the file has to be rendered first.
    static func explain(_ error: UnplacedDiagnostic, in view: ByteView) -> UnplacedDiagnostic {
        guard error.code == .syntax else { return error }
        let first = error.related.map(\.range.lowerBound).reduce(error.range.lowerBound, min)
        guard let marker = marker(in: view, from: lineBefore(first, in: view), to: view.lineEnd(error.range.lowerBound))
        else { return error }
        let engine = view[marker.lowerBound + 1] == UInt8(ascii: "%") ? "Jinja" : "Go templates, Jinja or Handlebars"
        return UnplacedDiagnostic(
            code: .templatedFile,
            "this file is the input of a template engine (\(engine)): as it stands it is neither YAML nor JSON",
            help: "render it first and lint what comes out, or exclude the file", at: marker,
            related: [.init(message: "read as it stands: \(error.message)", range: error.range)])
    }

    /// The start of the line before the one of `offset`, blank lines not counted.
    private static func lineBefore(_ offset: Int, in view: ByteView) -> Int {
        var end = view.lineStart(offset)
        while end > 0, view[end - 1].isWhitespace { end -= 1 }
        return view.lineStart(end)
    }

    private static func marker(in view: ByteView, from start: Int, to end: Int) -> Range<Int>? {
        var isQuoted = false
        var barren = Barren()
        var offset = start
        while offset < end {
            switch view[offset] {
            case .lineFeed, .carriageReturn: isQuoted = false
            case .backslash where isQuoted: offset += 1
            case UInt8(ascii: "#") where !isQuoted && (offset == 0 || view[offset - 1].isWhitespace):
                offset = view.lineEnd(offset) - 1
            case .doubleQuote: isQuoted.toggle()
            case UInt8(ascii: "{") where !isQuoted:
                if let marker = marker(in: view, at: offset, &barren) { return marker }
            default: break
            }
            offset += 1
        }
        return nil
    }

    /// `{% ... %}` or `{{ ... }}`, but not CloudFormation's `{{resolve:...}}`.
    private static func marker(in view: ByteView, at offset: Int, _ barren: inout Barren) -> Range<Int>? {
        let closing: UInt8
        let known: WritableKeyPath<Barren, Int>
        switch view[offset + 1] {
        case UInt8(ascii: "%"): (closing, known) = (UInt8(ascii: "%"), \.percent)
        case UInt8(ascii: "{"): (closing, known) = (UInt8(ascii: "}"), \.brace)
        default: return nil
        }
        guard !view.slice(offset + 2..<offset + 10).elementsEqual("resolve:".utf8) else { return nil }
        let limit = min(offset + longest, view.count)
        var end = max(offset + 2, barren[keyPath: known])
        while end < limit, !view[end].isLineBreak {
            if view[end] == closing, view[end + 1] == UInt8(ascii: "}") { return offset..<end + 2 }
            end += 1
        }
        barren[keyPath: known] = end
        let isOpenAction = view[offset + 2] == UInt8(ascii: "-") || view[offset + 2] == UInt8(ascii: "#")
        return isOpenAction ? offset..<end : nil
    }
}
