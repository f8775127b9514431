import Foundation
import Testing
import YAMLBridge

/// Reads a text that must be readable.
func read(_ text: String, path: String = "test.yaml", limits: ParseLimits = .default) throws -> Document {
    let document = try Document.parse(Array(text.utf8), path: path, limits: limits)
    checkSpans(of: document)
    return document
}

/// Reads a text that must be refused.
func refusal(
    of text: String, path: String = "test.yaml", limits: ParseLimits = .default,
    _ location: SourceLocation = #_sourceLocation
) throws -> ParseDiagnostic {
    try refusal(ofBytes: Array(text.utf8), path: path, limits: limits, location)
}

func refusal(
    ofBytes bytes: [UInt8], path: String = "test.yaml", limits: ParseLimits = .default,
    _ location: SourceLocation = #_sourceLocation
) throws -> ParseDiagnostic {
    do {
        _ = try Document.parse(bytes, path: path, limits: limits)
    } catch {
        #expect(error.path == path, sourceLocation: location)
        return error.diagnostic
    }
    throw WasAccepted()
}

struct WasAccepted: Error {}

extension Node {
    /// The source of the node's span.
    var source: String { String(decoding: document.bytes[byteRange], as: UTF8.self) }

    /// The first place of the substring in the decoded text, as the source has it.
    func position(of part: String) throws -> SourcePosition {
        let range = try #require(text.range(of: part))
        return position(ofTextOffset: text.utf8.distance(from: text.startIndex, to: range.lowerBound))
    }
}

func at(_ line: Int, _ column: Int) -> SourcePosition { SourcePosition(line: line, column: column) }
