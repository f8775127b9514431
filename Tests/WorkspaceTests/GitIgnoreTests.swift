import Foundation
import TestSupport
import Testing
import Workspace

@Suite("What git ignores")
struct GitIgnoreTests {
    private static let files = [
        "a.yaml", "b.yaml", "top.json", "logs/a.yaml", "logs/deep/b.yaml", "build/out.yaml", "build/keep.yaml", "x/build/c.yaml",
        "x/y/z/a.yaml", "x/y/a.yaml", "foo/bar.yaml", "x/foo/bar.yaml", "with space.yaml", "a[1].yaml", "#hash.yaml",
        "!bang.yaml",
        "é.yaml", "x/é/a.yaml", "doc/frotz/a.yaml", "a/doc/frotz/b.yaml", "abc/x.yaml", "abc/x/y.yaml", "a/b/c.yaml",
    ]
    private let folder: TemporaryFolder
    private let environment = ["PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": "/nowhere", "GIT_CONFIG_NOSYSTEM": "1"]

    init() throws {
        folder = try TemporaryFolder()
        for file in Self.files { try folder.write("x", to: file) }
        _ = try git("init", "-q", ".")
    }

    private func git(_ arguments: String...) throws -> String {
        try ProgramRun("/usr/bin/env", ["git"] + arguments, in: folder.path, environment: environment).output
    }

    /// The files that git would add, as git says.
    private func wanted() throws -> [String] {
        try git("ls-files", "-z", "--others", "--exclude-standard").split(separator: "\0").map(String.init)
            .filter { $0 != ".gitignore" && !$0.hasSuffix("/.gitignore") }.sorted()
    }

    private func found(_ paths: [String] = ["."]) -> [String] {
        InputDiscovery(exclude: [], workingFolder: folder.path).discover(paths).files.map(\.path).sorted()
    }

    @Test(
        "a pattern means what git takes it for",
        arguments: [
            "a.yaml", "/a.yaml", "*.json", "logs/", "logs", "/logs/", "build/*", "build/*\n!build/keep.yaml",
            "build/\n!build/keep.yaml",
            "**/build/", "**/a.yaml", "x/**/a.yaml", "x/**", "x/*", "x/**/", "foo/bar.yaml", "**/foo/bar.yaml", "/x/y", "x/y/",
            "with space.yaml", "with space.yaml   ", "with\\ space.yaml", "a[[]1].yaml", "a\\[1\\].yaml", "[ab].yaml",
            "[!a].yaml", "[^a].yaml",
            "[a-c].yaml", "[]].yaml", "[a", "\\#hash.yaml", "#hash.yaml", "\\!bang.yaml", "!bang.yaml", "?.yaml", "é.yaml",
            "*.yaml\n!a.yaml",
            "*", "*\n!*/", "*\n!*/\n!*.json", "doc/frotz/", "frotz/", "/doc/frotz", "abc/**", "abc/**/y.yaml", "a/**/c.yaml",
            "**", "/**", "/",
            "a**.yaml", "x/**/**/a.yaml", "\\", "a.yaml\\", "\r\na.yaml\r\n", "  ", "!", "build/*\n!/build/keep.yaml", "*/build",
            "/*/build", "[[:alpha:]].yaml",
        ])
    func patterns(_ text: String) throws {
        try folder.write(text + "\n", to: ".gitignore")
        #expect(found() == (try wanted()))
    }

    @Test("files further down have the last word, and .git/info/exclude the first")
    func nested() throws {
        try folder.write("*.yaml\n", to: ".git/info/exclude")
        try folder.write("!a.yaml\n", to: ".gitignore")
        try folder.write("a.yaml\n!/deep/*.yaml\n", to: "logs/.gitignore")
        try folder.write("!*.yaml\n", to: "x/y/.gitignore")
        #expect(found() == (try wanted()))
        #expect(found(["logs/deep", "x"]) == ["logs/deep/b.yaml", "x/y/a.yaml", "x/y/z/a.yaml", "x/é/a.yaml"])
    }

    @Test("a named file, and a folder that git ignores as a whole, are wanted")
    func named() throws {
        try folder.write("build/\na.yaml\n", to: ".gitignore")
        #expect(found(["a.yaml"]) == ["a.yaml"])
        #expect(found(["build"]) == ["build/keep.yaml", "build/out.yaml"])
        try folder.write("*\n", to: "logs/.gitignore")
        #expect(found(["logs"]) == ["logs/a.yaml", "logs/deep/b.yaml"])
    }

    @Test("outside of a work tree nothing is ignored")
    func outside() throws {
        try FileManager.default.removeItem(atPath: folder.path + "/.git")
        try folder.write("*\n", to: ".gitignore")
        #expect(found() == Self.files.sorted())
    }

    @Test("a further work tree has the exclusions of the first")
    func workTree() throws {
        _ = try git("-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-q", "--allow-empty", "-m", "x")
        _ = try git("worktree", "add", "-q", "tree")
        try folder.write("a.yaml\n", to: ".git/info/exclude")
        try folder.write("x", to: "tree/a.yaml")
        try folder.write("x", to: "tree/b.yaml")
        #expect(found(["tree"]) == ["tree/b.yaml"])
    }

    @Test("a nested template is not looked for among what git ignores")
    func nestedTemplates() throws {
        try folder.write("x", to: "parent.yaml")
        let finder = NestedTemplateFinder(roots: ["."], workingFolder: folder.path)
        #expect(finder.template(for: "out.yaml", usedBy: "parent.yaml").path == "build/out.yaml")
        try folder.write("build/\n", to: ".gitignore")
        let other = NestedTemplateFinder(roots: ["."], workingFolder: folder.path)
        #expect(other.template(for: "out.yaml", usedBy: "parent.yaml").path == nil)
    }
}

extension NestedTemplate {
    fileprivate var path: String? { if case .found(let source) = self { source.path } else { nil } }
}
