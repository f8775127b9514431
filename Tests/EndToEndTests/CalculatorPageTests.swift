import Foundation
import TestSupport
import Testing

@Suite("the page of the calculator")
struct CalculatorPageTests {
    /// `Suite.name` in a cell, and `.name` for another test of the suite before it.
    private func namedTests(in page: String) -> [(suite: String, name: String)] {
        var tests: [(String, String)] = []
        for line in page.split(separator: "\n") where line.hasPrefix("|") {
            var suite = ""
            for piece in line.split(separator: "`").enumerated() where piece.offset % 2 == 1 {
                let parts = piece.element.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
                if let first = parts.first, first.hasSuffix("Tests") { suite = first }
                if parts.count == 2, !suite.isEmpty { tests.append((suite, parts[1])) }
            }
        }
        return tests
    }

    @Test("every test that it names exists")
    func tests() throws {
        let page = try String(contentsOf: PackageFolder.root.appending(path: "docs/calculator.md"), encoding: .utf8)
        let tests = namedTests(in: page)
        #expect(tests.count > 30)
        for test in tests {
            let files = ["CapacityTests", "InstanceCatalogTests"].map {
                PackageFolder.root.appending(path: "Tests/\($0)/\(test.suite).swift")
            }
            let source = files.compactMap { try? String(contentsOf: $0, encoding: .utf8) }.first
            #expect(source?.contains("func \(test.name)(") == true, "\(test.suite).\(test.name)")
        }
    }
}
