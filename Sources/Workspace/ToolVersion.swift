/// The version of this tool, as every report and `--version` give it.
package enum ToolVersion {
    /// The version of the release that this source makes, by Semantic Versioning.
    package static let current = "0.1.0"
}
