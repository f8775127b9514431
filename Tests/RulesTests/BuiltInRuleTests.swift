import Foundation
import Testing
import YAMLBridge

@testable import Rules

/// The tests inside the files of `rules.d`.
struct BuiltInRuleTests {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The rule files as they stand in the repository.
    static func documents() throws -> [Document] {
        let folder = root.appending(path: "rules.d")
        let paths = FileManager.default.enumerator(atPath: folder.path())?.compactMap { $0 as? String } ?? []
        return try paths.filter { $0.hasSuffix(".yaml") }.sorted().map { path in
            try Document.parse(Array(Data(contentsOf: folder.appending(path: path))), path: "rules.d/\(path)")
        }
    }

    /// Mistakes put into the rules must be noticed as well.
    @Test func everyTestInEveryRuleFilePasses() throws {
        let rules: RuleSet
        do {
            rules = try RuleSet.load(Self.documents(), includesBuiltIn: false, sections: .everything)
        } catch let error as RuleLoadError {
            for diagnostic in error.diagnostics { Issue.record("\(Self.text(diagnostic))") }
            return
        }
        #expect(rules.rules.count >= 17)
        for result in RuleTestRunner().run(rules, mutating: true) {
            for failure in result.failures { Issue.record("\(result.rule): \(Self.text(failure))") }
        }
    }

    /// A rule reads the model, so it must hold in each language that the model is read from.
    @Test func everyRuleIsTestedInBothLanguages() throws {
        for rule in try RuleSet.load(Self.documents(), includesBuiltIn: false, sections: .everything).rules {
            let formats = rule.tests.compactMap { test in
                if case .template(let format, _) = test.input { format } else { nil }
            }
            #expect(formats.contains(.cloudformation), "\(rule.id) has no CloudFormation test")
            #expect(formats.contains { $0 != .cloudformation }, "\(rule.id) has no Terraform test")
        }
    }

    /// GitHub orders alerts about security by this figure, and calls them so only where it is there.
    @Test func everyRuleAboutSecuritySaysHowSevere() throws {
        for rule in try RuleSet.load(Self.documents(), includesBuiltIn: false, sections: .everything).rules
        where rule.category == "security" || rule.tags.contains("security") {
            #expect(rule.securitySeverity != nil, "\(rule.id) is about security and has no securitySeverity")
        }
    }

    private static func text(_ diagnostic: RuleDiagnostic) -> String {
        let start = diagnostic.span.start
        let help = diagnostic.help.map { "\n  help: \($0)" } ?? ""
        return "\(diagnostic.file):\(start.line):\(start.column): \(diagnostic.code): \(diagnostic.message)\(help)"
    }
}
