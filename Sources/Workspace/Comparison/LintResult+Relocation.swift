import Rules
import Text

/// Paths of a side of a comparison, which start from the side's own folder, as they are called from the working folder.
extension Comparison.State {
    var relocated: Comparison.State {
        var copy = self
        copy.result = result.relocated(into: folder)
        return copy
    }
}

extension LintResult {
    fileprivate func relocated(into folder: String) -> LintResult {
        guard folder != "." else { return self }
        var copy = self
        copy.findings = findings.map { $0.relocated(into: folder) }
        copy.diagnostics = diagnostics.map { diagnostic in
            Diagnostic(
                severity: diagnostic.severity, code: diagnostic.code, message: diagnostic.message, help: diagnostic.help,
                file: diagnostic.file.map { PathName.inside(folder, $0) }, span: diagnostic.span, related: diagnostic.related)
        }
        copy.sources = sources.renamed { PathName.inside(folder, $0) }
        return copy
    }
}

extension Finding {
    func relocated(into folder: String) -> Finding {
        guard folder != "." else { return self }
        return replacing(
            location: location.relocated(into: folder),
            related: related.map { RelatedLocation(message: $0.message, location: $0.location.relocated(into: folder)) })
    }
}

extension Location {
    fileprivate func relocated(into folder: String) -> Location {
        Location(
            file: PathName.inside(folder, file), span: span, resource: resource, path: path, constructPath: constructPath)
    }
}

extension PathName {
    /// `path` from `folder`.
    fileprivate static func inside(_ folder: String, _ path: String) -> String { cleaned(join(folder, path)) }
}
