import Foundation
import TestSupport
import Testing

/// The examples exist in CloudFormation and in Terraform; ecslint says the same of both.
@Suite struct TerraformTwinTests {
    /// An example in CloudFormation, and its twin's folder.
    struct Twin: CustomTestStringConvertible {
        let template: String
        let folder: String
        var testDescription: String { folder }
    }

    static let twins = [
        Twin(template: "background-worker/template.yaml", folder: "background-worker"),
        Twin(template: "backlog-lambda/template.yaml", folder: "backlog-lambda"),
        Twin(template: "event-driven/template.yaml", folder: "event-driven"),
        Twin(template: "fargate-nested/pipeline.yaml", folder: "fargate-nested"),
        Twin(template: "managed-ec2/template.yaml", folder: "managed-ec2"),
    ]

    @Test("a plan gets the findings of its twin", arguments: twins)
    func plan(_ twin: Twin) throws {
        let expected = try Verdicts(of: twin.template)
        let found = try Verdicts(of: "terraform/\(twin.folder)/plan.json")
        #expect(!expected.findings.isEmpty)
        #expect(found.findings == expected.findings)
    }

    @Test("a configuration gets the findings of its twin", arguments: twins)
    func configuration(_ twin: Twin) throws {
        let expected = try Verdicts(of: twin.template)
        let found = try Verdicts(of: "terraform/\(twin.folder)/main.tf.json")
        #expect(found.findings == expected.findings)
    }

    @Test("a twin costs the same", arguments: twins, ["plan.json", "main.tf.json"])
    func cost(_ twin: Twin, _ file: String) throws {
        let expected = try Costs(of: twin.template)
        #expect(expected.services.allSatisfy { $0.cost != nil })
        #expect(try Costs(of: "terraform/\(twin.folder)/\(file)") == expected)
    }

    @Test("the provider's region counts", arguments: ["plan.json", "main.tf.json"])
    func region(_ file: String) throws {
        #expect(try Costs(of: "terraform/backlog-lambda/\(file)", region: nil).region == "eu-central-1")
    }

    @Test("the twins are what their sources make")
    func areUpToDate() throws {
        let script = PackageFolder.root.appending(path: "scripts/terraform-twins/make").path
        let run = try ProgramRun(
            "/usr/bin/env", ["python3", script, "--check"], in: PackageFolder.root.path,
            environment: ["PATH": "/usr/local/bin:/usr/bin:/bin", "PYTHONDONTWRITEBYTECODE": "1"])
        #expect(run.status == 0, "run scripts/terraform-twins/make:\n\(run.output)\(run.errors)")
    }
}

/// What ecslint finds in a file, in a form that does not depend on the language of the file. What is undecided does depend on
/// it: a list that one language takes from a parameter, the other writes out.
private struct Verdicts {
    let findings: [String]

    init(of file: String) throws {
        let run = try ProgramRun(
            try Program.path(), ["lint", "--format", "json", "examples/" + file], in: PackageFolder.root.path,
            environment: ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"])
        let report = try JSONDecoder().decode(Report.self, from: Data(run.output.utf8))
        findings = report.findings.map { finding in
            // A target is a part of its rule in CloudFormation and a resource of its own in Terraform.
            let name = finding.rule.hasPrefix("EVT") ? "" : Self.plainName(finding.location.resource ?? "")
            return "\(finding.rule) \(finding.check) \(name)"
        }.sorted()
    }

    /// `Service2Stack/JobsQueue` and `module.service2.aws_sqs_queue.jobs_queue` are both `jobsqueue`.
    private static func plainName(_ name: String) -> String {
        let last = name.split { $0 == "/" || $0 == "." }.last ?? ""
        return last.lowercased().filter { $0 != "_" }
    }

    private struct Report: Decodable {
        struct Location: Decodable {
            let resource: String?
        }
        struct Finding: Decodable {
            let rule: String
            let check: String
            let location: Location
        }
        let findings: [Finding]
    }
}

/// What ecslint says that the services of a file cost, in an order that does not depend on the language of the file.
private struct Costs: Equatable, Decodable {
    struct Service: Equatable, Decodable {
        struct Tasks: Equatable, Decodable {
            let min: Int?
            let desired: Int?
            let max: Int?
        }
        struct Amounts: Equatable, Decodable {
            let min: Double?
            let desired: Double?
            let max: Double?
        }
        let tasks: Tasks?
        let cost: Amounts?

        enum CodingKeys: String, CodingKey {
            case tasks
            case cost = "monthly"
        }
    }
    let region: String
    var services: [Service]

    init(of file: String, region: String? = "us-east-1") throws {
        let run = try ProgramRun(
            try Program.path(),
            ["cost", "--format", "json", "examples/" + file] + (region.map { ["--region", $0] } ?? []),
            in: PackageFolder.root.path,
            environment: ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "SOURCE_DATE_EPOCH": "1795219200"])
        self = try JSONDecoder().decode(Costs.self, from: Data(run.output.utf8))
        services.sort { ($0.tasks?.max ?? 0) < ($1.tasks?.max ?? 0) }
    }
}
