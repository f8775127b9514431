import Rules
import YAMLBridge

/// The places that a suppression is about.
enum SuppressionScope: Sendable, Hashable {
    /// Findings that begin in a stretch of a file: a line, a resource, the whole template.
    case region(file: String, SourceSpan)
    case resource(file: String, name: String)
    /// Findings of files whose path from the configuration's folder fits and of resources that fit; `nil` fits all.
    case pattern(path: PathPattern?, resource: String?)

    func contains(_ location: Location) -> Bool {
        switch self {
        case .region(let file, let span):
            return location.file == file && location.span.start >= span.start && location.span.start < span.end
        case .resource(let file, let name): return location.file == file && location.resource == name
        case .pattern(let path, let resource):
            guard path?.matches(location.file) ?? true else { return false }
            guard let resource else { return true }
            return location.resource.map { Self.fits(resource, $0) } ?? false
        }
    }

    /// Whether one of some files could hold such a place.
    func concernsAny(of files: Set<String>) -> Bool {
        switch self {
        case .region(let own, _), .resource(let own, _): files.contains(own)
        case .pattern: files.contains(where: concerns)
        }
    }

    /// Whether a file could hold such a place.
    func concerns(_ file: String) -> Bool {
        switch self {
        case .region(let own, _), .resource(let own, _): own == file
        case .pattern(let path, _): path?.matches(file) ?? true
        }
    }

    /// The address with `*` for any text, or the logical id alone of a resource in a nested stack.
    private static func fits(_ pattern: String, _ name: String) -> Bool {
        if Glob.fits(pattern, text: name) { return true }
        guard !pattern.contains("/"), let own = name.split(separator: "/").last else { return false }
        return Glob.fits(pattern, text: String(own))
    }
}
