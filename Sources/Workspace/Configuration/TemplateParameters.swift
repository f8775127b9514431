import Templates
import YAMLBridge

/// Parameter values that a configuration gives to one template.
public struct TemplateParameters: Sendable {
    /// How the configuration gives the values.
    public enum Source: Sendable {
        /// A parameters file; `span` is where the configuration names it.
        case file(path: String, span: SourceSpan)
        /// Values that stand in the configuration, by parameter name.
        case values([String: LoadOptions.ParameterValue])
    }

    /// Relative to the working folder.
    public let template: String
    /// The values, or the file that holds them.
    public let source: Source
}
