import Testing
import YAMLBridge

/// Keys are found and duplicates are named, whether a mapping is small or has a table.
@Suite struct KeyTests {
    @Test(arguments: [1, 2, 8, 31, 32, 33, 34, 100, 3_000], ["a.json", "a.yaml"])
    func everyKeyIsFound(count: Int, path: String) throws {
        let members = (0..<count).map { "\"k\($0)\": [\($0), {}]" }
        let document = try read("{" + members.joined(separator: ", ") + "}", path: path)
        let root = try #require(document.root)
        #expect(root.count == count && root.entries.count == count && document.warnings.isEmpty)
        for number in 0..<count { #expect(root["k\(number)"]?.elements.first?.text == String(number)) }
        #expect(root["k"] == nil && root[""] == nil && root["k\(count)"] == nil)
    }

    /// So short that the table starts too small.
    @Test func everyShortKeyIsFound() throws {
        let keys = (0..<2_000).map { String($0, radix: 36) }
        let root = try #require(try read("{" + keys.joined(separator: ",") + "}").root)
        for key in keys { #expect(root[key]?.isNull == true) }
    }

    @Test(arguments: [4, 32, 40, 500])
    func ofDuplicatesTheLastCounts(count: Int) throws {
        let keys = (0..<count).map { $0 % 3 == 0 ? "same" : "k\($0)" }
        let members = keys.enumerated().map { "\"\($1)\": \($0)" }
        let document = try read("{" + members.joined(separator: ",\n") + "}", path: "a.json")
        let last = (count - 1) / 3 * 3
        #expect(document.root?["same"]?.text == String(last))
        #expect(document.warnings.count == (count - 1) / 3)
        #expect(document.warnings.last?.span.start.line == last + 1)
        #expect(document.warnings.last?.related.first?.span.start.line == last - 2)
    }

    /// The same first and last eight bytes, and the same length.
    @Test func similarKeysAreDifferent() throws {
        let members = (0..<20).map { "\"aws_instance_\(10 + $0)_type_identifier\": \($0)" }
        let document = try read("{" + members.joined(separator: ", ") + "}", path: "a.json")
        #expect(document.warnings.isEmpty)
        #expect(document.root?["aws_instance_27_type_identifier"]?.text == "17")
    }

    @Test func keysInOtherFormsAreCompared() throws {
        let document = try read("x: &x a\n'a': 1\n\"\\x61\": 2\n*x : 3\n? [a]\n: 4\n? [a]\n: 5\n<<: {}\n<<: {}\n")
        #expect(document.root?["a"]?.text == "3")
        #expect(document.warnings.map(\.span.start.line) == [1, 3])
        #expect(document.root?.entry("a")?.key.span.start == at(1, 7))
    }

    @Test func tableOfAliasedKeysIsBuilt() throws {
        let keys = (0..<40).map { "k\($0): &k\($0) v\($0)\n" }.joined()
        let aliased = (0..<40).map { "  *k\($0) : \($0)\n" }.joined()
        let root = try #require(try read(keys + "m:\n" + aliased).root)
        #expect(root["m"]?["v33"]?.text == "33")
    }
}
