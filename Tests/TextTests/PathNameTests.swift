import Testing
import Text

@Suite("Paths as text")
struct PathNameTests {
    @Test(arguments: [
        ("./a//b/./c.yaml", "a/b/c.yaml"), (".", "."), ("./", "."), ("/", "/"), ("/a/", "/a"), ("../a", "../a"),
        ("a/../b", "a/../b"),
    ])
    func tidies(_ path: String, _ tidy: String) {
        #expect(PathName.tidy(path) == tidy)
    }

    @Test(arguments: [
        ("a.yaml", "."), ("a/b.yaml", "a"), ("/a.yaml", "/"), ("/a/b/c", "/a/b"), ("./x", "."),
    ])
    func namesTheFolder(_ path: String, _ folder: String) {
        #expect(PathName.folder(of: path) == folder)
    }

    @Test(arguments: [
        ("/a/b/c", "/a/b", "c"), ("/a/b", "/a/b", "."), ("/a/x", "/a/b/c", "../../x"), ("/x", "/", "x"),
    ])
    func isRelative(_ path: String, _ folder: String, _ relative: String) {
        #expect(PathName.relative(path, to: folder) == relative)
    }

    @Test func standsInside() {
        #expect(PathName.isInside("/a/b/c", folder: "/a/b"))
        #expect(!PathName.isInside("/a/bc", folder: "/a/b"))
        #expect(PathName.isInside("/a", folder: "/"))
    }

    @Test func takesDotsAway() {
        #expect(PathName.absolute("../x/./y", workingFolder: "/a/b") == "/a/x/y")
        #expect(PathName.absolute("../../../../x", workingFolder: "/a/b") == "/x")
    }

    @Test(arguments: [
        ("", "."), (".", "."), ("a/..", "."), ("a//b/../c/.", "a/c"), ("../../a/../b", "../../b"), ("a/../../b", "../b"),
        ("/", "/"), ("/../a", "/a"), ("/a/../..", "/"),
    ])
    func cleans(_ path: String, _ cleaned: String) {
        #expect(PathName.cleaned(path) == cleaned)
    }

    @Test(arguments: [("a/b.yaml", "b.yaml"), ("b", "b"), ("a/", "a"), ("/", "")])
    func namesTheLast(_ path: String, _ name: String) {
        #expect(PathName.lastComponent(of: path) == name)
    }
}
