/// The version of this tool, as every report and `--version` give it.
public enum ToolVersion {
    public static let current = "0.1.0"
}
