import Foundation
import Reports
import Rules
import Testing
import Workspace

@Suite("The report for scripts")
struct JSONReportTests {
    private func object(_ result: LintResult) throws -> [String: Any] {
        let data = Data(JSONReport(result).text.utf8)
        return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    @Test("the members of the promise, in its order")
    func members() throws {
        let text = JSONReport(Sample.result()).text
        let keys = ["version", "tool", "summary", "inputs", "findings", "undecided", "diagnostics"]
        let places = keys.compactMap { text.range(of: "\n  \"\($0)\":")?.lowerBound }
        #expect(places.count == keys.count && places == places.sorted())

        let report = try object(Sample.result())
        #expect(report["version"] as? Int == 1)
        let summary = try #require(report["summary"] as? [String: Int])
        #expect(
            summary == [
                "files": 1, "templates": 1, "resources": 3, "errors": 1, "warnings": 0, "notes": 0, "undecided": 0,
                "suppressed": 0,
            ])
        let input = try #require((report["inputs"] as? [[String: Any]])?.first)
        #expect(input["kind"] as? String == "cloudformation" && input["status"] as? String == "ok")
    }

    @Test("a place of CDK's output names the construct, any other does not")
    func constructPath() throws {
        let place = Location(
            file: "a.json", span: Sample.span(1, 1, 2), resource: "Jobs1A", constructPath: "App/Jobs/Resource")
        let report = try object(Sample.result([Sample.finding(related: [RelatedLocation(message: "here", location: place)])]))
        let finding = try #require((report["findings"] as? [[String: Any]])?.first)
        #expect((finding["location"] as? [String: Any])?["cdkPath"] == nil)
        let related = try #require((finding["related"] as? [[String: Any]])?.first)
        #expect((related["location"] as? [String: Any])?["cdkPath"] as? String == "App/Jobs/Resource")
    }

    @Test func finding() throws {
        let related = RelatedLocation(
            message: "set here", location: Location(file: "p.yaml", span: Sample.span(7, 3, 5)))
        let report = try object(Sample.result([Sample.finding(related: [related])]))
        let finding = try #require((report["findings"] as? [[String: Any]])?.first)
        #expect(finding["rule"] as? String == "SQS007")
        #expect(finding["check"] as? String == "too-short")
        #expect(finding["severity"] as? String == "error")
        #expect(finding["fingerprint"] as? String == "0123456789abcdef")
        let location = try #require(finding["location"] as? [String: Any])
        #expect(location["start"] as? [String: Int] == ["line": 2, "column": 5])
        #expect(location["end"] as? [String: Int] == ["line": 2, "column": 9])
        #expect(location["resource"] as? String == "Jobs")
        #expect(location["path"] as? String == "Properties.VisibilityTimeout")
        let second = try #require((finding["related"] as? [[String: Any]])?.first)
        #expect((second["location"] as? [String: Any])?["file"] as? String == "p.yaml")
    }

    @Test("a diagnostic without a line has none")
    func diagnostic() throws {
        var result = Sample.result([])
        result.diagnostics = [Diagnostic(code: "file", message: "gone", file: "a.yaml")]
        let report = try object(result)
        let diagnostic = try #require((report["diagnostics"] as? [[String: Any]])?.first)
        let location = try #require(diagnostic["location"] as? [String: Any])
        #expect(Array(location.keys) == ["file"])
        #expect(diagnostic["help"] == nil)
    }

    @Test("every text comes back as it was, and control characters are escaped")
    func texts() throws {
        let evil = "quote\" back\\slash \u{0} \u{1B}[0m \n\r\t 😀 \u{202E} é"
        let result = Sample.result([Sample.finding(message: evil)])
        let finding = try #require((try object(result)["findings"] as? [[String: Any]])?.first)
        #expect(finding["message"] as? String == evil)
        #expect(!JSONReport(result).text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x202E })
    }
}
