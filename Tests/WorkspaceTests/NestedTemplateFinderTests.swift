import TestSupport
import Testing
import Workspace

@Suite("Finding nested templates")
struct NestedTemplateFinderTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func find(_ reference: String, from parent: String, roots: [String] = [""]) -> String {
        let finder = NestedTemplateFinder(
            roots: roots.map { folder.path + "/" + $0 }, workingFolder: folder.path)
        switch finder.template(for: reference, usedBy: parent) {
        case .found(let source): return source.path
        case .notFound: return "not found"
        case .outsideRoots: return "outside"
        case .ambiguous(let paths): return "\(paths.count) equally near"
        }
    }

    @Test("beside the parent, by name or by path")
    func beside() throws {
        try folder.write("x", to: "app/parent.yaml")
        try folder.write("x", to: "app/child.yaml")
        try folder.write("x", to: "other/child.yaml")
        #expect(find("child.yaml", from: folder.path + "/app/parent.yaml") == "app/child.yaml")
        #expect(find("../other/child.yaml", from: folder.path + "/app/parent.yaml") == "other/child.yaml")
        #expect(find("v2/child.yaml?versionId=abc", from: folder.path + "/app/parent.yaml") == "app/child.yaml")
        #expect(find("s3/bucket/child.yaml", from: folder.path + "/app/parent.yaml") == "app/child.yaml")
    }

    @Test("else the nearest under the roots; of several equally near ones none")
    func nearest() throws {
        try folder.write("x", to: "app/parent.yaml")
        try folder.write("x", to: "app/stacks/queue.yaml")
        try folder.write("x", to: "far/away/stacks/queue.yaml")
        #expect(find("queue.yaml", from: folder.path + "/app/parent.yaml") == "app/stacks/queue.yaml")
        try folder.write("x", to: "app/copies/queue.yaml")
        #expect(find("queue.yaml", from: folder.path + "/app/parent.yaml") == "2 equally near")
        #expect(find("absent.yaml", from: folder.path + "/app/parent.yaml") == "not found")
    }

    @Test("never outside the roots, neither by `..` nor by a link")
    func staysInside() throws {
        try folder.write("x", to: "app/parent.yaml")
        try folder.write("x", to: "secret/child.yaml")
        try folder.link("app/linked.yaml", to: folder.path + "/secret/child.yaml")
        let parent = folder.path + "/app/parent.yaml"
        #expect(find("../secret/child.yaml", from: parent, roots: ["app"]) == "outside")
        #expect(find("linked.yaml", from: parent, roots: ["app"]) == "outside")
        #expect(find(folder.path + "/secret/child.yaml", from: parent, roots: ["app"]) == "outside")
        #expect(find("/etc/passwd", from: parent, roots: ["app"]) == "outside")
        #expect(find("../secret/absent.yaml", from: parent, roots: ["app"]) == "not found")
        try folder.write("x", to: "secret/inner/other.yaml")
        try folder.link("app/way", to: folder.path + "/secret/inner")
        #expect(find("way/../child.yaml", from: parent, roots: ["app"]) == "not found")
        try folder.write("x", to: "app/parts/child.yaml")
        #expect(find("../secret/child.yaml", from: parent, roots: ["app"]) == "app/parts/child.yaml")
        #expect(find("../secret/child.yaml", from: parent) == "secret/child.yaml")
    }
}
