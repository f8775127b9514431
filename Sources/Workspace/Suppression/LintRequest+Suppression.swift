import Rules
import Text

extension LintRequest {
    /// The entries of the configuration's `suppress`.
    var configuredSuppressions: [Suppression] {
        let configuration = input.configuration
        let path = configuration.path ?? ConfigurationFile.name
        let folder = PathName.absolute(PathName.folder(of: path), workingFolder: input.workingFolder)
        return configuration.suppress.map { entry in
            let pattern = entry.path.map { PathPattern($0, folder: folder, workingFolder: input.workingFolder) }
            return Suppression(
                kind: .configuration,
                directive: SuppressionDirective(rules: entry.rules.map(\.text), until: entry.until, reason: entry.reason),
                location: Location(file: path, span: entry.span),
                scope: .pattern(path: pattern, resource: entry.resource), spans: entry.rules.compactMap(\.span))
        }
    }
}
