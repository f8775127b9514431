import Rules
import Text
import YAMLBridge

/// The wish that findings of certain rules at a certain place are not reported.
package struct Suppression: Sendable, Hashable {
    /// How it was written.
    package enum Kind: String, Sendable, Hashable {
        /// A comment that begins with `ecslint: ignore`, or such a text under the key `//` of JSON.
        case comment
        /// `ecslint: {ignore: ...}` in the `Metadata` of a resource or of a template.
        case metadata
        /// The tag `ecslint:ignore` of a resource.
        case tag
        /// An entry of `suppress` in `ecslint.yaml`.
        case configuration

        /// Whether it stands in the template itself.
        package var isInSource: Bool { self != .configuration }
    }

    /// A rule that it names: an id, a name or a family such as `SQS`.
    package struct Selector: Sendable, Hashable {
        /// As it is written.
        package let text: String
        /// Where it is named, when that is narrower than the whole suppression.
        package let span: SourceSpan?

        func fits(id: String, name: String) -> Bool { Self.texts(fitting: id, name: name).contains(text) }

        /// What means a rule: its id, its name and its family.
        static func texts(fitting id: String, name: String) -> Set<String> { [id, name, String(id.prefix { $0.isLetter })] }
    }

    /// How it was written.
    package let kind: Kind
    /// What it takes away; never empty.
    package let rules: [Selector]
    /// The last day on which it holds.
    package let until: CivilDay?
    /// Why, in the user's words; `nil` where none is given.
    package let reason: String?
    /// Where it is written.
    package let location: Location
    let scope: SuppressionScope

    init(
        kind: Kind, directive: SuppressionDirective, location: Location, scope: SuppressionScope,
        spans: [SourceSpan] = []
    ) {
        self.kind = kind
        rules = directive.rules.enumerated().map { index, rule in
            Selector(text: rule, span: spans.indices.contains(index) ? spans[index] : nil)
        }
        until = directive.until
        reason = directive.reason
        self.location = location
        self.scope = scope
    }

    func hasEnded(on day: CivilDay) -> Bool { until.map { $0 < day } ?? false }

    /// Whether it means a finding, whatever the day.
    func means(_ finding: Finding) -> Bool {
        rules.contains { $0.fits(id: finding.rule, name: finding.name) } && scope.contains(finding.location)
    }
}
