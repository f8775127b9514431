import Foundation
import TestSupport
import Testing
import Workspace

@Suite("Finding files")
struct InputDiscoveryTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func discover(_ paths: [String], include: [Glob]? = nil, exclude: [Glob]? = nil) -> InputDiscovery.Result {
        InputDiscovery(
            include: include, exclude: exclude ?? InputDiscovery.defaultExclude, workingFolder: folder.path
        ).discover(paths.map { folder.path + "/" + $0 })
    }

    private func put(_ names: String...) throws {
        for name in names { try folder.write("x", to: name) }
    }

    @Test("a folder is walked in sorted order, by extension")
    func walks() throws {
        try put("b.yaml", "a/z.yml", "a/b/c.json", "x.template", "state.tfstate", "readme.md", "main.tf", "c.yaml.bak")
        let result = discover([""])
        #expect(result.files.map(\.path) == ["a/b/c.json", "a/z.yml", "b.yaml", "state.tfstate", "x.template"])
        #expect(result.files.allSatisfy { !$0.isNamed })
        #expect(result.terraformSourceCount == 1)
    }

    @Test("Terraform's language is taken where it is asked for, beside what is taken otherwise; copies of tools never")
    func terraformLanguage() throws {
        try put(
            "main.tf", "modules/queue/main.tofu", "a.yaml", "b.json", ".terraform/modules/x/main.tf",
            ".terraform/terraform.tfstate")
        #expect(discover([""]).files.map(\.path) == ["a.yaml", "b.json"])
        var asked = InputDiscovery(takesTerraformLanguage: true, workingFolder: folder.path)
        #expect(asked.discover(["."]).files.map(\.path) == ["a.yaml", "b.json", "main.tf", "modules/queue/main.tofu"])
        asked.include = [Glob("a.yaml")]
        #expect(asked.discover(["."]).files.map(\.path) == ["a.yaml", "main.tf", "modules/queue/main.tofu"])
    }

    @Test("a named file counts whatever it is called, and once")
    func named() throws {
        try put("stack.txt", "in/a.yaml")
        let result = discover(["stack.txt", "in", "in/a.yaml", "stack.txt"])
        #expect(result.files == [InputFile(path: "stack.txt", isNamed: true), InputFile(path: "in/a.yaml", isNamed: true)])
    }

    @Test("node_modules and .git are left out; patterns replace the usual ones")
    func patterns() throws {
        try put("node_modules/a.yaml", ".git/b.yaml", "deep/node_modules/c.yaml", "keep.yaml", "old/d.yaml")
        #expect(discover([""]).files.map(\.path) == ["keep.yaml", "old/d.yaml"])
        #expect(discover([""], include: [Glob("old/*.yaml")]).files.map(\.path) == ["old/d.yaml"])
        #expect(
            discover([""], exclude: [Glob("old/**"), Glob("**/node_modules/**")]).files.map(\.path) == ["keep.yaml"])
    }

    @Test("links in a folder are not followed, so that a loop ends and nothing outside is read")
    func links() throws {
        let outside = try TemporaryFolder()
        try outside.write("x", to: "secret.yaml")
        try put("in/a.yaml")
        try folder.link("in/loop", to: folder.path + "/in")
        try folder.link("in/out.yaml", to: outside.path + "/secret.yaml")
        try folder.link("named.yaml", to: outside.path + "/secret.yaml")
        #expect(discover(["in"]).files.map(\.path) == ["in/a.yaml"])
        #expect(discover(["named.yaml"]).files.map(\.path) == ["named.yaml"])
    }

    @Test func tellsWhatIsNotThere() {
        let result = discover(["absent.yaml"])
        #expect(result.files.isEmpty)
        #expect(result.errors == [FileError(path: "absent.yaml", kind: .notFound)])
    }

    @Test func knowsStandardInput() {
        let result = InputDiscovery().discover(["-"])
        #expect(result.files == [InputFile(path: "<stdin>", isNamed: true)])
    }
}
