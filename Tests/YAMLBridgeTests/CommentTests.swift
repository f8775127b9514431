import Testing
import YAMLBridge

@Suite("Comments")
struct CommentTests {
    private func comments(_ text: String, path: String = "a.yaml") throws -> [String] {
        try Document.parse(Array(text.utf8), path: path).comments(beginningWith: "tool:")
            .map { "\($0.span.start.line):\($0.span.start.column) \($0.text)\($0.isAlone ? " alone" : "")" }
    }

    @Test("alone on a line, behind a value, behind another comment, with several marks")
    func places() throws {
        let text = "# tool: a\nkey: value # tool: b \n  ## tool: c\nlist: # other # tool: d\n  - 1\t#tool: e\n"
        #expect(try comments(text) == ["1:1 tool: a alone", "2:12 tool: b", "3:4 tool: c alone", "4:15 tool: d", "5:7 tool: e"])
    }

    @Test("Terraform's language has slashes as well, which mean nothing in YAML")
    func slashes() throws {
        let text = "a = 1 // tool: a\n/// tool: b\nb = \"x // tool: no\" # tool: c\nc = 1 / 2 / 3\n"
        let found = try comments(text, path: "a.tf")
        #expect(found == ["1:7 tool: a", "2:2 tool: b alone", "3:21 tool: c"])
        #expect(try comments("a:\n  - // tool:a\n").isEmpty)
    }

    @Test("what only looks like a comment stands in a scalar")
    func scalars() throws {
        #expect(try comments("a: \"x # tool: a\"\nb: 'x # tool: b\n  # tool: c'\nc: x#tool:y\n").isEmpty)
        #expect(try comments("a: |\n  text\n  # tool: a\nb: >-\n\n   # tool: b\n").isEmpty)
        #expect(try comments("# tool: a\n{\"a\": \"# tool: b\"}\n") == ["1:1 tool: a alone"])
    }

    @Test("a block scalar's first line and what follows the block are no content")
    func blocks() throws {
        #expect(try comments("a: | # tool: a\n  text\n# tool: b\nb: 1\n") == ["1:6 tool: a", "3:1 tool: b alone"])
        #expect(try comments("a: !Sub # tool: a\n  |\n  # tool: x\n") == ["1:9 tool: a"])
        #expect(try comments("a:\n  b: |\n    text\n\n  # tool: b\n  c: 1\n") == ["5:3 tool: b alone"])
        #expect(try comments("a:\n  b: |\n    text\n\n  # tool: last") == ["5:3 tool: last alone"])
    }

    @Test("a plain scalar ends where a comment begins")
    func plain() throws {
        #expect(try comments("a: one\n  two # tool: a\nb: !Ref X # tool: b\n") == ["2:7 tool: a", "3:11 tool: b"])
    }

    @Test("between the entries of a flow collection, behind an alias and in CRLF text")
    func others() throws {
        #expect(try comments("a: [1, # tool: a\r\n  2]\r\n") == ["1:8 tool: a"])
        #expect(try comments("a: &x 1\nb: *x # tool: b\n") == ["2:7 tool: b"])
    }

    @Test("JSON has none")
    func json() throws {
        #expect(try comments("{\"a\": \"\\n # tool: a\"}", path: "a.json").isEmpty)
    }
}
