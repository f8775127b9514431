import Foundation
import TestSupport
import Testing
import YAMLBridge

/// What the reader makes of templates of strangers, against PyYAML and Python's json.
@Suite struct CorpusAgreementTests {
    struct Reading: Equatable, CustomStringConvertible {
        let isRead: Bool
        /// Entries of `Resources`, duplicates counted once; `nil` when it is no mapping.
        let resources: Int?

        var description: String { isRead ? "read with \(resources.map(String.init) ?? "no") resources" : "refused" }
    }

    /// Files of the corpus on which the two differ, and why that is right.
    static let explainedDifferences: [String: String] = [
        // YAML allows a tab before a comment, and libyaml reads it (PyYAML with libyaml too); PyYAML's reader in Python
        // takes the tab for the start of a token.
        "bc1621b1a94bdd0e.yaml": "a tab between a value and its comment"
    ]

    @Test func everyFileIsReadAsPythonReadsItOrRefusedAsItRefusesIt() throws {
        guard let folder = PackageFolder.shared("corpus/cfn"), let expected = try expectations(folder) else { return }
        var differences: [String: String] = [:]
        var refused = 0
        for (name, expectation) in expected {
            let reading = try self.reading(of: folder.appending(path: name))
            if !reading.isRead { refused += 1 }
            if reading != expectation { differences[name] = "here \(reading), there \(expectation)" }
        }
        print("corpus/cfn: \(expected.count) files compared, \(refused) refused by both, \(differences.count) differences")
        for (name, difference) in differences where Self.explainedDifferences[name] == nil {
            Issue.record("\(name): \(difference)")
        }
        for (name, reason) in Self.explainedDifferences { print("  \(name): \(reason)") }
        #expect(Set(Self.explainedDifferences.keys).isSubset(of: differences.keys), "an explanation is out of date")
        let readable = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { ["json", "yaml", "yml"].contains($0.pathExtension) }
        #expect(expected.count == readable.count)
    }

    private func reading(of file: URL) throws -> Reading {
        let bytes = Array(try Data(contentsOf: file))
        guard let document = try? Document.parse(bytes, path: file.lastPathComponent) else {
            return Reading(isRead: false, resources: nil)
        }
        guard let resources = document.root?["Resources"], resources.kind == .mapping else {
            return Reading(isRead: true, resources: nil)
        }
        let names = Set(resources.entries.filter { $0.key.kind == .scalar }.map(\.key.text))
        return Reading(isRead: true, resources: names.count)
    }

    /// What `scripts/count-resources` says; `nil`, and a line that says so, without Python or PyYAML.
    private func expectations(_ folder: URL) throws -> [String: Reading]? {
        let environment = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"]
        func python(_ arguments: [String]) throws -> ProgramRun {
            try ProgramRun(
                "/usr/bin/env", ["python3"] + arguments, in: PackageFolder.root.path, environment: environment)
        }
        guard try python(["-c", "import yaml"]).status == 0 else {
            print("not run: the comparison with PyYAML needs python3 with PyYAML")
            return nil
        }
        let run = try python([PackageFolder.root.appending(path: "scripts/count-resources").path, folder.path])
        try #require(run.status == 0, "\(run.errors)")
        let lines = run.output.split(separator: "\n")
        return Dictionary(
            uniqueKeysWithValues: lines.map { line in
                let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
                return (fields[0], Reading(isRead: fields[1] == "read", resources: Int(fields[2])))
            })
    }
}
