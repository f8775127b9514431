import Testing
import Workspace

@Suite("Path patterns")
struct GlobTests {
    @Test(arguments: [
        ("**/*.yaml", "a.yaml"), ("**/*.yaml", "a/b/c.yaml"), ("*.yaml", "a.yaml"), ("a/*/c.yaml", "a/b/c.yaml"),
        ("**/node_modules/**", "x/node_modules"), ("**/node_modules/**", "node_modules/y/z.json"),
        ("queue-?.yml", "queue-1.yml"), ("infra/", "infra"), ("**", "anything/at/all"), ("a*b*c", "aXXbYYc"),
        ("**/a/**/b", "x/a/a/y/b"),
    ])
    func fits(_ pattern: String, _ path: String) {
        #expect(Glob(pattern).matches(path))
    }

    @Test(arguments: [
        ("*.yaml", "a/b.yaml"), ("a/*/c.yaml", "a/b/b/c.yaml"), ("queue-?.yml", "queue-10.yml"), ("infra", "infra/a"),
        ("**/a/b", "a/c/b"), ("", "a"), ("*.yml", "a.yaml"), ("a*b", "ac"),
    ])
    func fitsNot(_ pattern: String, _ path: String) {
        #expect(!Glob(pattern).matches(path))
    }

    @Test("a pattern of many stars takes no exponential time")
    func isBounded() {
        let pattern = String(repeating: "*a", count: 200) + "b"
        #expect(!Glob(pattern).matches(String(repeating: "a", count: 4_000)))
    }
}
