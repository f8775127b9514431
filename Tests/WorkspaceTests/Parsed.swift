import Workspace
import YAMLBridge

/// A configuration from text, as `infra/ecslint.yaml` would hold it.
func configuration(_ text: String, path: String = "infra/ecslint.yaml") throws -> Configuration {
    try ConfigurationFile.parse(try Document.parse(Array(text.utf8), path: path))
}

/// The mistakes of a configuration as `line:column message; help`; empty when it has none.
func mistakes(in text: String) throws -> [String] {
    do {
        _ = try configuration(text)
        return []
    } catch let error as ConfigurationError {
        return error.diagnostics.map { mistake in
            let start = mistake.span.map { "\($0.start.line):\($0.start.column) " } ?? ""
            return start + mistake.message + (mistake.help.map { "; " + $0 } ?? "")
        }
    }
}
