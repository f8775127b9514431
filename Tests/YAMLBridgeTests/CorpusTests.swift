import Foundation
import TestSupport
import Testing
import YAMLBridge

@Suite struct CorpusTests {
    @Test(arguments: ["corpus/cfn", "corpus/tfjson"])
    func everyFileIsReadOrItsErrorIsLocated(folder: String) throws {
        guard let url = PackageFolder.shared(folder) else { return }
        var read = 0
        var codes: [ParseDiagnostic.Code: [String]] = [:]
        for file in try CorpusFolder.files(in: url) where file.pathExtension != "tsv" {
            let bytes = Array(try Data(contentsOf: file))
            do {
                let document = try Document.parse(bytes, path: file.lastPathComponent)
                checkSpans(of: document)
                read += 1
            } catch {
                let failure: ParseError = error
                #expect(failure.diagnostic.span.start >= SourcePosition(line: 1, column: 1))
                #expect(!failure.diagnostic.message.isEmpty)
                let place = failure.diagnostic.span.start
                codes[failure.diagnostic.code, default: []].append(
                    "\(failure.path):\(place.line):\(place.column): \(failure.diagnostic.message)")
            }
        }
        print("\(folder): \(read) read")
        for (code, places) in codes { print("\(code.rawValue) \(places.count):\n  " + places.joined(separator: "\n  ")) }
        #expect(read > 0)
    }
}
