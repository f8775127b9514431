import Foundation
import TestSupport
import Testing
import Topology
import Workspace

@testable import Reports

@Suite("The reference made from the rules")
struct RuleReferenceTests {
    @Test("the pages under docs are those that the rules make: else run `ecslint rules docs`")
    func upToDate() throws {
        let pages = RuleReference(try RuleCatalog().rules).pages
        #expect(pages.count > 25)
        let folder = PackageFolder.root.appending(path: "docs").path
        #expect(try ReferenceFolder(pages, in: folder).differences == [])
    }

    @Test("the page of Terraform resources says of each type that is read what is not, and of no other")
    func terraformResources() {
        #expect(TerraformOmissions.types == ModelSchema.builtIn.terraformTypes)
        let uses = ModelSchema.builtIn.terraformUses
        #expect(uses.map(\.type) == TerraformOmissions.types.sorted())
        #expect(uses.first { $0.type == "aws_appautoscaling_scheduled_action" }?.arguments.contains("schedule") == true)
        #expect(uses.allSatisfy { $0.kind != nil || !$0.sets.isEmpty || !$0.arguments.isEmpty || !$0.standsFor.isEmpty })
    }

    @Test("every rule that SARIF can link to has a page")
    func pages() throws {
        for rule in try RuleCatalog().rules {
            let name = try #require(rule.page.components(separatedBy: "/docs/").last)
            #expect(FileManager.default.fileExists(atPath: PackageFolder.root.appending(path: "docs/\(name)").path), "\(name)")
        }
    }

    @Test("a stale, a missing and a left-over page are found and mended; a person's page stays")
    func folder() throws {
        let folder = try TemporaryFolder()
        let pages = [
            ReferenceFolder.Page(name: "rules/A.md", text: "\(ReferenceFolder.Page.mark)\na"),
            ReferenceFolder.Page(name: "rules/B.md", text: "\(ReferenceFolder.Page.mark)\nb"),
        ]
        try folder.write("\(ReferenceFolder.Page.mark)\nold", to: "rules/A.md")
        try folder.write("\(ReferenceFolder.Page.mark)\ngone", to: "rules/C.md")
        try folder.write("by hand", to: "rules/D.md")
        let found = try ReferenceFolder(pages, in: folder.path)
        #expect(
            found.differences == [
                "stale or missing: \(folder.path)/rules/A.md", "stale or missing: \(folder.path)/rules/B.md",
                "left over: \(folder.path)/rules/C.md",
            ])
        try found.write()
        #expect(try ReferenceFolder(pages, in: folder.path).differences == [])
        #expect(FileManager.default.fileExists(atPath: folder.path + "/rules/D.md"))
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/rules/C.md"))
    }

    @Test("the schema is JSON that knows every key of a rule, at every depth")
    func schema() throws {
        let object = try #require(
            JSONSerialization.jsonObject(with: Data(RuleSchema().text.utf8)) as? [String: Any])
        let rule = try #require(object["else"] as? [String: Any])
        let properties = try #require(rule["properties"] as? [String: [String: Any]])
        #expect(rule["additionalProperties"] as? Bool == false)
        #expect(properties["severity"]?["enum"] as? [String] == ["note", "warning", "error"])
        let check = try #require(properties["checks"]?["items"] as? [String: Any])
        #expect((check["properties"] as? [String: Any])?.keys.contains("onUnknown") == true)
        #expect(check["required"] as? [String] == ["id", "assert", "at", "message"])
    }

    @Test("bars and line ends do not break a table")
    func table() {
        #expect(MarkdownTable(["a"], [["x|y\nz"]]).text == "| a |\n| --- |\n| x\\|y z |")
    }
}
