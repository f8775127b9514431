import Testing

@testable import Templates

@Suite("What Terraform refuses before it evaluates a .tf file")
struct NativeSyntaxTests {
    @Test(arguments: [
        ("foo = 1", "argument 'foo' stands outside of a block"),
        ("resorce \"a\" \"b\" {}", "there is no block of type 'resorce'"),
        ("resource {}", "a block 'resource' has two labels, not 0"),
        ("resource \"a\" \"b\" \"c\" {}", "a block 'resource' has two labels, not 3"),
        ("locals \"x\" {}", "a block 'locals' has no label, not 1"),
        ("resource \"a\" \"b\" {\n  n = 1\n  n = 2\n}", "argument 'n' stands twice in this block"),
        ("resource \"a\" \"b\" {\n  c \"d\" {\n    n = 1\n    n = 2\n  }\n}", "argument 'n' stands twice in this block"),
        ("variable \"x\" {\n  default = ?\n}", "expected a value, not '?'"),
        ("terraform {\n  required_providers {\n    aws = { source d \"x\" }\n  }\n}", "expected"),
        ("moved {\n  from = a.\n  to = b.c\n}", "expected"),
    ])
    func isRefused(text: String, message: String) throws {
        let problems = try configuration([("main.tf", text)]).problems
        #expect(problems.contains { $0.code == .malformedFunction && $0.message.hasPrefix(message) }, "\(problems)")
    }

    @Test(arguments: [
        "resource \"a\" \"b\" {\n  n = 1\n  c {\n    n = 2\n  }\n  c {\n    n = 3\n  }\n}",
        "resource \"a\" \"b\" {}\nresource \"a\" \"c\" { n = 1 }",
        "locals { a = 1 }\nlocals { b = 2 }", "action \"x\" \"y\" {}",
        "check \"c\" {\n  assert {\n    condition = true\n    error_message = \"e\"\n  }\n}",
        "moved {\n  from = a.b\n  to = a.c\n}", "terraform {\n  backend \"s3\" {}\n  required_version = \">= 1\"\n}",
        "variable \"x\" {\n  default = null\n}", "provider \"aws\" {\n  region = \"x\"\n}",
    ])
    func isTaken(text: String) throws {
        let problems = try configuration([("main.tf", text)]).problems
        #expect(!problems.contains { $0.code == .malformedFunction }, "\(problems)")
    }

    @Test("a long chain of splats ends at a bound")
    func splats() throws {
        for chain in ["[*]", ".*"] {
            let text = "locals { a = b" + String(repeating: chain, count: 20_000) + " }"
            let stacks = try configuration([("main.tf", text)])
            #expect(stacks.contains { !$0.problems.isEmpty || !$0.exceededLimits.isEmpty })
        }
    }
}
