import Foundation
import TestSupport
import Testing
import YAMLBridge

@Suite struct JSONConformanceTests {
    struct Case: Decodable {
        let name: String
        let expect: String
        let base64: String?
    }

    @Test func acceptsAllThatIsJSONAndNothingElse() throws {
        guard let url = PackageFolder.shared("conformance/json/json-test-suite.json") else { return }
        let cases = try JSONDecoder().decode([Case].self, from: Data(contentsOf: url))
        #expect(cases.count == 318)
        for test in cases {
            guard let base64 = test.base64, let data = Data(base64Encoded: base64), !made.keys.contains(test.name)
            else { continue }
            check(test.name, Array(data), test.expect)
        }
        for (name, text) in made { check(name, Array(text.utf8), "n") }
    }

    /// Two cases that the suite describes instead of holding them.
    private let made = [
        "n_structure_100000_opening_arrays.json": String(repeating: "[", count: 100_000),
        "n_structure_open_array_object.json": String(repeating: "[{\"\":", count: 50_000) + "\n",
    ]

    private func check(_ name: String, _ bytes: [UInt8], _ expected: String) {
        do {
            let document = try Document.parse(bytes, path: name)
            checkSpans(of: document)
            #expect(expected != "n", "\(name) was accepted")
            guard expected == "y", document.warnings.isEmpty else { return }
            let oracle = try? JSONDecoder().decode(PlainValue.self, from: Data(bytes))
            let root = document.root.map(PlainValue.init)
            if let oracle { #expect(root == oracle, "\(name) has other data") }
        } catch {
            #expect(expected != "y", "\(name) was rejected: \(error)")
            #expect(error.diagnostic.severity == .error && !error.diagnostic.message.isEmpty)
        }
    }
}
