import Templates
import YAMLBridge

/// Parameter values that a configuration gives to one template.
public struct TemplateParameters: Sendable {
    public enum Source: Sendable {
        /// A parameters file; `span` is where the configuration names it.
        case file(path: String, span: SourceSpan)
        case values([String: LoadOptions.ParameterValue])
    }

    /// Relative to the working folder.
    public let template: String
    public let source: Source
}
