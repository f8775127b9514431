import Evaluation
import Templates
import YAMLBridge

/// Parameter values that a configuration gives to one template.
package struct TemplateParameters: Sendable {
    /// How the configuration gives the values.
    package enum Source: Sendable {
        /// A parameters file; `span` is where the configuration names it.
        case file(path: String, span: SourceSpan)
        /// Values that stand in the configuration, by parameter name.
        case values([String: LoadOptions.ParameterValue])
    }

    /// Relative to the working folder.
    package let template: String
    /// The values, or the file that holds them.
    package let source: Source
}
