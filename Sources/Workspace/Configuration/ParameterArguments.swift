import Evaluation
import Templates
import YAMLBridge

/// Reads what `--parameters` and the configuration's `parameters` name.
struct ParameterArguments {
    let reader: FileReader

    /// `KEY=VALUE`, or the values of a file.
    func values(of argument: String) throws(ConfigurationError) -> [String: LoadOptions.ParameterValue] {
        if let equals = argument.firstIndex(of: "="), Self.isName(argument[..<equals]) {
            let value = String(argument[argument.index(after: equals)...])
            return [String(argument[..<equals]): LoadOptions.ParameterValue(value, source: "--parameters")]
        }
        return try values(ofFile: argument, namedIn: nil, at: nil)
    }

    /// The values of a parameters file; `owner` and `span` are where it was named, if that was in a file.
    func values(
        ofFile path: String, namedIn owner: String?, at span: SourceSpan?
    ) throws(ConfigurationError) -> [String: LoadOptions.ParameterValue] {
        let bytes: [UInt8]
        do {
            bytes = try reader.contents(of: path)
        } catch {
            let diagnostic = Diagnostic(
                code: "parameters", message: "parameters file \(path): \(error.message)",
                help: "Give KEY=VALUE or the path of a JSON or YAML file.", file: owner, span: span)
            throw ConfigurationError([diagnostic])
        }
        do {
            return try ParameterFile.parse(try Document.parse(bytes, path: path))
        } catch let error as ParseError {
            throw ConfigurationError([Diagnostic(error)])
        } catch let error as ConfigurationError {
            throw error
        } catch {
            throw ConfigurationError([Diagnostic(code: "parameters", message: "\(path) cannot be read", file: path)])
        }
    }

    /// CloudFormation's parameter names are letters and digits; Terraform's may hold `_` and `-`.
    private static func isName(_ text: Substring) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
                    || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
            }
    }
}
