import TestSupport
import Testing

@testable import Workspace

@Suite("What a repository's own files may name")
struct ReachTests {
    @Test func endsAtTheWorkTree() throws {
        let folder = try TemporaryFolder()
        _ = try folder.write("x", to: "repository/.git/HEAD")
        _ = try folder.write("x", to: "repository/infra/a.yaml")
        _ = try folder.write("x", to: "secret")
        let root = try #require(Platform.realPath(folder.path))
        let reach = Reach(around: root + "/repository/infra", workingFolder: root + "/repository/infra")
        #expect(reach.holds(root + "/repository/infra/a.yaml") && reach.holds(root + "/repository/absent/b.yaml"))
        #expect(!reach.holds(root + "/secret") && !reach.holds(root + "/repository/../secret"))
        #expect(!reach.holds("/etc/passwd"))
    }

    @Test func linksDoNotExtendIt() throws {
        let folder = try TemporaryFolder()
        _ = try folder.write("x", to: "repository/.git/HEAD")
        _ = try folder.write("x", to: "outside/secret")
        let root = try #require(Platform.realPath(folder.path))
        for (name, target) in [("file", "../outside/secret"), ("folder", "../outside"), ("nowhere", "../absent")] {
            try folder.link("repository/" + name, to: target)
        }
        let reach = Reach(around: root + "/repository", workingFolder: root + "/repository")
        for path in ["file", "folder/secret", "folder/new", "nowhere"] { #expect(!reach.holds(root + "/repository/" + path)) }
    }

    @Test func aConfigurationIsRefusedWithThePlace() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("baseline: /etc/hostname\nruleFolders: [rules]\n", to: "repository/ecslint.yaml")
        let error = #expect(throws: ConfigurationError.self) { try ConfigurationFile.load(path, near: nil) }
        #expect(error?.diagnostics.map(\.span?.start.line) == [1])
        #expect(error?.diagnostics.first?.message.contains("outside of the repository") == true)
    }

    @Test func aReportIsNotWrittenThroughALinkThatLeadsOut() throws {
        let folder = try TemporaryFolder()
        let precious = try folder.write("precious", to: "outside/file")
        _ = try folder.write("x", to: "repository/.git/HEAD")
        try folder.link("repository/report.txt", to: "../outside/file")
        let path = folder.path + "/repository/report.txt"
        #expect(throws: FileError(path: path, kind: .leadsOutside)) { try FileWriter().write("text", to: path) }
        #expect(try FileReader().contents(of: precious) == Array("precious".utf8))
    }
}
