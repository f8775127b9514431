import Foundation
import Reports
import Rules
import TestSupport
import Testing
import Workspace

@Suite("The report for code scanning")
struct SARIFReportTests {
    private func run(_ result: LintResult) throws -> [String: Any] {
        let data = Data(SARIFReport(result, rules: [Sample.rule]).text.utf8)
        let report = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(report["version"] as? String == "2.1.0")
        #expect(report["$schema"] is String)
        return try #require((report["runs"] as? [[String: Any]])?.first)
    }

    @Test("a result names its rule, its place and how to know it again")
    func result() throws {
        let related = RelatedLocation(
            message: "set here", location: Location(file: "b c/ü:1.yaml", span: Sample.span(7, 3, 5)))
        let run = try run(Sample.result([Sample.finding(related: [related])]))
        let result = try #require((run["results"] as? [[String: Any]])?.first)
        #expect(result["ruleId"] as? String == "SQS007" && result["ruleIndex"] as? Int == 0)
        #expect(result["level"] as? String == "error")
        #expect(result["partialFingerprints"] as? [String: String] == ["ecslint/v1": "0123456789abcdef"])
        let location = try #require((result["locations"] as? [[String: Any]])?.first)
        let physical = try #require(location["physicalLocation"] as? [String: Any])
        #expect(physical["artifactLocation"] as? [String: String] == ["uri": "queue.yaml", "uriBaseId": "%SRCROOT%"])
        #expect(
            physical["region"] as? [String: Int]
                == ["startLine": 2, "startColumn": 5, "endLine": 2, "endColumn": 9])
        let logical = try #require((location["logicalLocations"] as? [[String: String]])?.first)
        #expect(logical["name"] == "Jobs" && logical["fullyQualifiedName"] == "Jobs.Properties.VisibilityTimeout")
        let second = try #require((result["relatedLocations"] as? [[String: Any]])?.first)
        let artifact = (second["physicalLocation"] as? [String: Any])?["artifactLocation"] as? [String: String]
        #expect(artifact?["uri"] == "b%20c/%C3%BC%3A1.yaml")
    }

    @Test("a place of CDK's output names the construct")
    func constructPath() throws {
        let place = Location(
            file: "a.json", span: Sample.span(1, 1, 2), resource: "Jobs1A", constructPath: "App/Jobs/Resource")
        let finding = Finding(
            rule: "SQS007", name: "n", check: "c", severity: .error, message: "m", help: nil, location: place, related: [],
            fingerprint: "0123456789abcdef")
        let run = try run(Sample.result([finding]))
        let result = try #require((run["results"] as? [[String: Any]])?.first)
        let location = try #require((result["locations"] as? [[String: Any]])?.first)
        let logical = try #require((location["logicalLocations"] as? [[String: Any]])?.first)
        #expect(logical["properties"] as? [String: String] == ["cdkPath": "App/Jobs/Resource"])
    }

    @Test("a finding about no resource still has a logical location")
    func logicalLocation() throws {
        let run = try run(Sample.result([Sample.finding(resource: nil)]))
        let result = try #require((run["results"] as? [[String: Any]])?.first)
        let location = try #require((result["locations"] as? [[String: Any]])?.first)
        #expect((location["logicalLocations"] as? [[String: String]])?.first?["name"]?.isEmpty == false)
    }

    @Test("a rule carries help, level, tags, precision and security severity")
    func rule() throws {
        let driver = try #require((try run(Sample.result())["tool"] as? [String: Any])?["driver"] as? [String: Any])
        let rule = try #require((driver["rules"] as? [[String: Any]])?.first)
        let help = try #require(rule["help"] as? [String: String])
        #expect(help["markdown"]?.contains("```yaml\nVisibilityTimeout: 30\n```") == true)
        #expect(help["text"]?.contains("Because.") == true)
        #expect(rule["helpUri"] as? String == "https://github.com/ecslint/ecslint/blob/main/docs/rules/SQS007.md")
        #expect((rule["defaultConfiguration"] as? [String: String])?["level"] == "error")
        let properties = try #require(rule["properties"] as? [String: Any])
        #expect(properties["precision"] as? String == "medium")
        #expect(properties["security-severity"] as? String == "5.0")
        #expect(properties["tags"] as? [String] == ["security", "sqs"])
    }

    @Test("GitHub's limits hold: results, rules, locations, tags and texts; what is left out is the least severe and is told")
    func limits() throws {
        let long = String(repeating: "word ", count: 10_000)
        let rule = RuleDescription(
            id: "SQS007", name: long, severity: .error, tags: (1...30).map { "tag\($0)" }, confidence: "high",
            securitySeverity: nil, what: long, why: long, exceptions: long, bad: long, good: long, references: [])
        let related = (1...1500).map { number in
            RelatedLocation(message: "m", location: Location(file: "a.yaml", span: Sample.span(number, 1, 2)))
        }
        var findings = (1...25_100).map { Sample.finding(severity: .warning, span: Sample.span($0, 1, 2)) }
        findings.append(Sample.finding(message: "the one that matters", span: Sample.span(90_000, 1, 2), related: related))
        let text = SARIFReport(Sample.result(findings), rules: [rule]).text
        let report = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let runs = try #require(report["runs"] as? [[String: Any]])
        #expect(runs.count <= 20)
        let results = try #require(runs[0]["results"] as? [[String: Any]])
        #expect(results.count == 25_000)
        #expect((results[0]["message"] as? [String: String])?["text"]?.hasPrefix("the one that matters") == true)
        for result in results {
            let count = (result["locations"] as? [Any] ?? []).count + (result["relatedLocations"] as? [Any] ?? []).count
            #expect(count <= 100)
        }
        let driver = try #require((runs[0]["tool"] as? [String: Any])?["driver"] as? [String: Any])
        let described = try #require((driver["rules"] as? [[String: Any]])?.first)
        #expect(((described["properties"] as? [String: Any])?["tags"] as? [String])?.count == 10)
        #expect((described["name"] as? String)?.count == 255)
        for key in ["shortDescription", "fullDescription"] {
            #expect((described[key] as? [String: String])?["text"]?.count == 1024)
        }
        #expect((described["help"] as? [String: String])?.values.allSatisfy { $0.count <= 32_768 } == true)
        let invocation = try #require((runs[0]["invocations"] as? [[String: Any]])?.first)
        #expect(invocation["executionSuccessful"] as? Bool == true)
        let notice = try #require((invocation["toolExecutionNotifications"] as? [[String: Any]])?.last)
        #expect((notice["message"] as? [String: String])?["text"]?.hasPrefix("101 of the least severe findings") == true)
        // 10 MB after compression: gzip stands in for what the uploading action does.
        let folder = try TemporaryFolder()
        let path = try folder.write(text, to: "a.sarif")
        _ = try ProgramRun("/usr/bin/env", ["gzip", path], in: folder.path, environment: ["PATH": "/usr/bin:/bin"])
        #expect(try Data(contentsOf: URL(filePath: path + ".gz")).count < 10_000_000)
    }

    @Test("what is suppressed or in the baseline is left out, and marked when it is asked for")
    func suppressed() throws {
        var result = Sample.result([Sample.finding()])
        let start = Location(file: "queue.yaml", span: Sample.span(1, 1, 5))
        result.suppressed = [Sample.suppressed(at: start)]
        #expect((try run(result)["results"] as? [Any])?.count == 1)
        let data = Data(SARIFReport(result, rules: [Sample.rule], showsSuppressed: true).text.utf8)
        let report = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let results = try #require((report["runs"] as? [[String: Any]])?.first?["results"] as? [[String: Any]])
        let suppressions = results.compactMap { $0["suppressions"] as? [[String: Any]] }
        #expect(suppressions.count == 1)
        #expect(suppressions[0][0]["kind"] as? String == "inSource")
        #expect(suppressions[0][0]["justification"] as? String == "known")
    }

    @Test("trouble of the run stands under the invocation")
    func invocation() throws {
        var result = Sample.result()
        let clean = try #require((try run(result)["invocations"] as? [[String: Any]])?.first)
        #expect(clean["executionSuccessful"] as? Bool == true)
        result.diagnostics = [
            Diagnostic(code: "parse", message: "bad", help: nil, file: "queue.yaml", span: Sample.span(1, 1, 2))
        ]
        let failed = try #require((try run(result)["invocations"] as? [[String: Any]])?.first)
        #expect(failed["executionSuccessful"] as? Bool == false)
        let notification = try #require((failed["toolExecutionNotifications"] as? [[String: Any]])?.first)
        #expect(notification["level"] as? String == "error")
        #expect((notification["message"] as? [String: String])?["text"] == "bad")
    }
}
