import Evaluation
import Foundation
import TestSupport
import Testing
import YAMLBridge

@testable import Templates

/// Random configurations in JSON with what Terraform plans for them, as `Console/random_configurations.py` has recorded it.
@Suite("Configurations as Terraform plans them")
struct PlannedConfigurationTests {
    /// More of them, made by the script, may be named in the environment.
    private static let cases: [Node] = {
        let path =
            ProcessInfo.processInfo.environment["ECSLINT_RANDOM_CONFIGURATIONS"]
            ?? "Tests/TemplatesTests/Terraform/Console/configurations.json"
        guard let data = try? Data(contentsOf: URL(filePath: path, relativeTo: PackageFolder.root)),
            let root = try? Document.parse(Array(data), path: "configurations.json").root
        else { return [] }
        return root["cases"]?.elements ?? []
    }()

    @Test("what is known of a resource is what is planned for it")
    func planned() throws {
        #expect(Self.cases.count >= 60)
        for sample in Self.cases {
            let files = (sample["files"]?.entries ?? []).map { ($0.key.text, $0.value.text) }
            let stacks = try configuration(files)
            #expect(stacks.problems.isEmpty, "\(files)")
            let resources = stacks.flatMap(\.resources)
            let planned = sample["resources"]?.entries ?? []
            for entry in planned {
                let name = entry.key.text
                let resource = try #require(resources.first { $0.name == name }, "no \(name) in \(files)")
                let value = resource.body.member(atPath: "input")
                guard value.isWhollyKnown else { continue }
                #expect(ConsoleTests.isSame(value, entry.value), "\(name) is \(value.shown) in \(files)")
            }
            let others = Set(resources.filter { $0.existence == .always }.map(\.name)).subtracting(planned.map(\.key.text))
            #expect(others.isEmpty, "\(others) is not planned in \(files)")
        }
    }
}
