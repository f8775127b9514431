/// The version of this tool, as every report and `--version` give it.
public enum ToolVersion {
    /// The version of the release that this source makes, by Semantic Versioning.
    public static let current = "0.1.0"
}
