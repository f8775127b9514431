import Evaluation
import Foundation
import TestSupport
import Testing
import YAMLBridge

@testable import Templates

/// Real plans and states: every one is read or refused, and its resources are those that another program finds.
@Suite struct TerraformCorpusTests {
    private struct Expectation: Decodable {
        let file: String
        let kind: String
        let addresses: [String]
    }

    @Test func addressesAreThoseOfAnIndependentReader() throws {
        guard let folder = PackageFolder.shared("corpus/tfjson"), let expected = try expectations(folder) else { return }
        var resources = 0
        for expectation in expected {
            let bytes = try Data(contentsOf: folder.appending(path: expectation.file))
            guard let document = try? Document.parse(Array(bytes), path: expectation.file) else {
                #expect(expectation.kind == "refused", "\(expectation.file) is refused")
                continue
            }
            guard TerraformDocument.refusal(of: document) == nil else {
                #expect(expectation.kind == "refused", "\(expectation.file) is refused")
                continue
            }
            let stack = TerraformDocument.load(document, options: LoadOptions(), stack: 0)
            #expect(kind(stack) == expectation.kind, "\(expectation.file)")
            guard let stack else { continue }
            let addresses = stack.resources.filter { !$0.type.hasPrefix("data.") }.map(\.name).sorted()
            #expect(addresses == expectation.addresses.sorted(), "\(expectation.file)")
            #expect(stack.resourceCount == addresses.count, "\(expectation.file)")
            resources += addresses.count
        }
        print("corpus/tfjson: \(expected.count) files compared, \(resources) managed resources")
    }

    private func kind(_ stack: Stack?) -> String {
        switch stack?.kind {
        case .terraformPlan: "plan"
        case .terraformState: "state"
        default: "none"
        }
    }

    /// What `scripts/list-terraform-resources` says; `nil`, and a line that says so, without Python.
    private func expectations(_ folder: URL) throws -> [Expectation]? {
        let script = PackageFolder.root.appending(path: "scripts/list-terraform-resources").path
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        let run = try ProgramRun(
            "/usr/bin/env", ["python3", script, folder.path], in: PackageFolder.root.path, environment: ["PATH": path])
        guard run.status == 0 else {
            print("not run: python3 is missing or \(script) failed: \(run.errors.prefix(300))")
            return nil
        }
        return try run.output.split(separator: "\n").map {
            try JSONDecoder().decode(Expectation.self, from: Data($0.utf8))
        }
    }
}
