import Foundation
import TestSupport
import Testing
@testable import Workspace

@Suite struct TemplateGlanceTests {
    /// What the full reader makes of a file that nobody named.
    private func isPassedOver(_ bytes: [UInt8], path: String) -> Bool {
        let source = ParsedSource(SourceFile(path: path, isNamed: false, contents: .success(bytes)))
        switch source.outcome {
        case .other(_, let kind): return kind == .unrecognised
        case .malformed: return !source.claimsToBeTemplate
        default: return false
        }
    }

    /// The property: what is passed over at a glance is passed over by the full reader.
    private func expectSound(_ bytes: [UInt8], path: String, _ note: @autoclosure () -> String) {
        guard !TemplateGlance.mayBeTemplate(bytes, path: path) else { return }
        #expect(isPassedOver(bytes, path: path), "\(note())")
    }

    @Test(arguments: [
        "apiVersion: v1\nkind: Pod\nspec: {resources: {limits: {cpu: 1}}}\n",
        "{\"name\": \"a\", \"version\": \"1\", \"line\": \"\\u003cb\\u003e\"}",
        "run: |\n  make \\\n    all\n", "", "a: \"\\n\\t\\\"\"\n",
    ])
    func passesOver(_ text: String) {
        #expect(!TemplateGlance.mayBeTemplate(Array(text.utf8), path: "file.yaml"))
    }

    /// The smallest of each kind.
    static let templates: [(text: String, path: String)] = [
        ("{\"AWSTemplateFormatVersion\": \"2010-09-09\"}", "a.json"),
        ("{\"Resources\": {\"A\": {\"Type\": \"AWS::SQS::Queue\"}}}", "a.json"),
        ("{\"Resources\": {\"Fn::ForEach::A\": []}}", "a.json"),
        ("{\"planned_values\": {}}", "a.json"),
        ("{\"resource_changes\": [], \"format_version\": \"1.2\"}", "a.json"),
        ("{\"resource_changes\": [], \"plan_format_version\": \"1.2\"}", "a.json"),
        ("{\"resource_changes\": [], \"terraform_version\": \"1.2\"}", "a.json"),
        ("{\"format_version\": \"1.0\"}", "a.json"),
        ("{\"terraform_version\": \"1.0\", \"values\": {\"root_module\": {}}}", "a.json"),
        ("{\"version\": 4, \"serial\": 1, \"lineage\": \"\"}", "a.json"),
        ("{\"version\": 4, \"terraform_version\": \"1\"}", "a.json"),
        ("{\"version\": 4", "a.tfstate"), ("{\"output\": {}}", "a.tf.json"), ("{\"output\": {}}", "a.tofu.json"),
        ("{\"@level\":\"info\"}", "a.json"), ("PK\u{3}\u{4}", "a.json"), ("locals {}", "a.tf"),
        ("AWSTemplateFormatVersion: [", "a.yaml"), ("Resources: [AWS::", "a.yaml"),
        ("{\"terraform_version\": 1, \"format_version\"", "a.json"),
    ]

    @Test func readsTemplates() {
        for (text, path) in Self.templates {
            #expect(!isPassedOver(Array(text.utf8), path: path), "\(text)")
            #expect(TemplateGlance.mayBeTemplate(Array(text.utf8), path: path), "\(text)")
        }
    }

    @Test func readsUTF16() throws {
        for (text, path) in Self.templates where path == "a.json" {
            for encoding in [String.Encoding.utf16, .utf16LittleEndian, .utf16BigEndian] {
                let bytes = Array(try #require(text.data(using: encoding)))
                #expect(TemplateGlance.mayBeTemplate(bytes, path: path), "\(text) in \(encoding)")
            }
        }
    }

    /// Letters written as escapes, and keys broken over lines, as JSON and YAML let them be.
    @Test func readsHiddenKeys() {
        let seed: UInt64 = 20_261_121
        var random = SeededGenerator(seed: seed)
        var recognised = 0
        for round in 0..<4000 {
            let (text, _) = Self.templates[round % 11]
            let isYAML = Bool.random(using: &random)
            // YAML's keys of several lines need a question mark.
            let written = isYAML ? text.replacing("{\"", with: "{? \"").replacing(", \"", with: ", ? \"") : text
            let hidden = written.unicodeScalars.reduce(into: "") { $0 += escaped($1, isYAML: isYAML, &random) }
            let bytes = Array(hidden.utf8)
            let path = isYAML ? "a.yaml" : "a.json"
            if !isPassedOver(bytes, path: path) { recognised += 1 }
            expectSound(bytes, path: path, "seed \(seed), round \(round): \(hidden)")
        }
        #expect(recognised > 1000, "most of the variants are templates still")
    }

    private func escaped(_ scalar: Unicode.Scalar, isYAML: Bool, _ random: inout SeededGenerator) -> String {
        guard scalar.properties.isAlphabetic || scalar == "_", Int.random(in: 0..<8, using: &random) == 0 else {
            return String(scalar)
        }
        let digits = String(scalar.value, radix: 16, uppercase: Bool.random(using: &random))
        guard isYAML else { return "\\u00" + digits }
        let lineEnd = ["\n  ", "\r\n ", "\r", "\u{85}", "\u{2028}", "\u{2029} "].randomElement(using: &random) ?? "\n"
        let forms = ["\\x" + digits, "\\u00" + digits, "\\U000000" + digits, String(scalar) + "\\" + lineEnd]
        return forms.randomElement(using: &random) ?? String(scalar)
    }

    /// Every text of the repository and of the corpora, as it is and with bytes changed.
    @Test func agreesWithTheReader() throws {
        let folders =
            [PackageFolder.root.appending(path: "examples"), PackageFolder.root.appending(path: "Tests/EndToEnd")]
            + ["corpus/cfn", "corpus/tfjson"].compactMap { PackageFolder.shared($0) }
        let seed: UInt64 = 8
        var random = SeededGenerator(seed: seed)
        for file in folders.flatMap({ Self.texts(in: $0) }) {
            let bytes = Array(try Data(contentsOf: file))
            guard bytes.count < 100_000 else { continue }
            expectSound(bytes, path: file.path, file.path)
            guard !bytes.isEmpty, Int.random(in: 0..<4, using: &random) == 0 else { continue }
            var changed = bytes
            for _ in 0..<4 {
                changed[Int.random(in: 0..<changed.count, using: &random)] = "\\x\nR{:\"".utf8.randomElement(using: &random) ?? 0
            }
            expectSound(changed, path: file.path, "\(file.path), seed \(seed)")
        }
    }

    private static func texts(in folder: URL) -> [URL] {
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        return (files?.compactMap { $0 as? URL } ?? [])
            .filter { ["yaml", "yml", "json", "template", "tfstate"].contains($0.pathExtension) }
            .sorted { $0.path < $1.path }
    }

    @Test func searchFindsEachWordAtEachPlace() {
        let words = ["abcdefg", "efghijklmnop", "xxxxxxxy"]
        let search = WordSearch(words)
        for word in words {
            for before in 0..<20 {
                for after in 0..<3 {
                    let text = String(repeating: "x", count: before) + word + String(repeating: "a", count: after)
                    #expect(Array(text.utf8).withUnsafeBufferPointer(search.finds), "\(text)")
                }
            }
        }
        for text in ["", "a", "abcdef", "abcdexg", "efghijklmno", String(repeating: "x", count: 50)] {
            #expect(!Array(text.utf8).withUnsafeBufferPointer(search.finds), "\(text)")
        }
    }
}
