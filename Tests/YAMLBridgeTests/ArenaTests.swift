import Testing

@testable import YAMLBridge

/// The arena as readers build it, in forms that no text of YAML or JSON gives.
@Suite struct ArenaTests {
    private func document(
        _ text: String, _ build: (inout ArenaBuilder) throws(UnplacedDiagnostic) -> Void
    ) throws -> Document {
        let source = SourceText(bytes: Array(text.utf8), isASCII: true)
        let arena = try source.withView { view in
            var builder = ArenaBuilder(view: view, limits: .default)
            try build(&builder)
            return builder.finish(isJSON: false)
        }
        return Document(path: "a", source: source, arena: arena, warnings: [])
    }

    @Test func textMayStandAnywhereInTheSpan() throws {
        let document = try document("x = <<text>>") { (builder) throws(UnplacedDiagnostic) in
            try builder.open(.mapping, start: 0)
            try builder.addScalar(.plain, span: 0..<1, text: 0..<1)
            try builder.addScalar(.plain, span: 4..<12, text: 6..<10)
            try builder.close(end: 12)
        }
        let value = try #require(document.root?["x"])
        #expect(value.text == "text" && value.byteRange == 4..<12)
        #expect(value.position(ofTextOffset: 1) == at(1, 8))
    }

    @Test func collectionsAreWalkedWhateverTheirSize() throws {
        let sizes = [0, 1, 2_045, 2_046, 2_047, 5_000]
        let lists = sizes.map { "[" + [String](repeating: "7", count: $0).joined(separator: ",") + "]" }
        let root = try #require(try read("[" + lists.joined(separator: ",") + ",last]").root)
        #expect(root.elements.dropLast().map(\.count) == sizes)
        #expect(root.elements.dropLast().map { $0.elements.count } == sizes)
        #expect(root.elements.dropLast().map(\.source) == lists)
        #expect(root.elements.last?.text == "last")
    }

    @Test func longCollectionKeepsItsEnd() throws {
        for length in [32_760, 32_766, 32_767, 32_768, 40_000] {
            let list = "[\"" + String(repeating: "x", count: length) + "\"]"
            let root = try #require(try read("[\(list), 1]", path: "a.json").root)
            #expect(root.elements.map(\.byteRange.count) == [length + 4, 1])
        }
    }
}
