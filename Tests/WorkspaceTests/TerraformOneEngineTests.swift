import Foundation
import Rules
import TestSupport
import Testing
import Workspace

/// The same text gives the same findings at the same places, checked as it stands and through its plan.
@Suite("A configuration and its plan")
struct TerraformOneEngineTests {
    /// Folders that hold a configuration and `plan.json`, which Terraform made of it.
    static let folders = [
        "examples/terraform/background-worker", "examples/terraform/backlog-lambda", "examples/terraform/event-driven",
        "examples/terraform/fargate-nested", "examples/terraform/managed-ec2", "Tests/TerraformPlans/changes",
        "Tests/EndToEnd/terraform-hosts", "Tests/EndToEnd/terraform-modules", "Tests/EndToEnd/terraform-sources",
        "Tests/EndToEnd/terraform-template-file",
    ]

    @Test("have the same findings", arguments: folders)
    func sameFindings(_ folder: String) throws {
        let path = PackageFolder.root.appending(path: folder).path
        let planned = Self.findings(path + "/plan.json")
        #expect(!planned.isEmpty)
        #expect(try planned == Self.findings(ofFilesIn: path))
    }

    /// Each changes what a rule says, and each was read in its own way once.
    @Test("have the same findings where files override each other, and where comments stand in lists")
    func forms() throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.main, to: "main.tf")
        try folder.write(Self.override, to: "main_override.tf")
        try folder.write(Self.jsonOverride, to: "override.tf.json")
        try folder.write(Self.plan, to: "plan.json")
        let planned = Self.findings(folder.path + "/plan.json")
        #expect(try planned == Self.findings(ofFilesIn: folder.path))
        let rules = planned.map { $0.split(separator: " ").prefix(3).joined(separator: " ") }
        #expect(rules.contains { $0.hasPrefix("SQS003") && $0.hasSuffix(#"aws_sqs_queue.jobs["a"] main.tf:12"#) })
        #expect(!rules.contains { $0.hasPrefix("SQS003") && $0.contains(#"["b"]"#) })
        #expect(rules.contains { $0.hasPrefix("SQS005") && $0.hasSuffix("aws_sqs_queue.failed override.tf.json:1") })
        #expect(rules.contains { $0.hasPrefix("SCL013") && $0.hasSuffix("aws_ecs_service.worker main.tf:23") })
    }

    /// A plan's configuration says what its resources wait for; a local value hides it.
    @Test(
        "know what a notification waits for",
        arguments: [
            ("", "", "finding"), (#""depends_on": ["aws_sqs_queue_policy.jobs"],"#, "", "silent"),
            ("", #", "depends_on": ["aws_s3_bucket_notification.uploads"]"#, "finding"),
            (#""for_each_expression": {"references": ["aws_sqs_queue_policy.jobs"]},"#, "", "silent"),
            (#""count_expression": {"references": ["local.count"]},"#, "", "undecided"),
        ])
    func order(notification: String, policy: String, expected: String) throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.notificationPlan(notification: notification, policy: policy), to: "plan.json")
        var options = LintOptions()
        options.project.paths = [folder.path + "/plan.json"]
        options.project.readsTerraformLanguage = true
        let result = LintSession(options).run()
        #expect(result.findings.contains { $0.rule == "EVT012" } == (expected == "finding"))
        #expect(result.undecided.contains { $0.rule == "EVT012" } == (expected == "undecided"))
    }

    private static func notificationPlan(notification: String, policy: String) -> String {
        #"""
        {"format_version": "1.2", "terraform_version": "1.9.0",
         "planned_values": {"root_module": {"resources": [
          {"address": "aws_sqs_queue.jobs", "mode": "managed", "type": "aws_sqs_queue", "name": "jobs", "values": {"name": "jobs"}},
          {"address": "aws_sqs_queue_policy.jobs", "mode": "managed", "type": "aws_sqs_queue_policy", "name": "jobs",
           "values": {"policy": "{\"Statement\": [{\"Effect\": \"Allow\", \"Principal\": {\"Service\": \"s3.amazonaws.com\"}, \"Action\": \"sqs:SendMessage\", \"Resource\": \"*\"}]}"}},
          {"address": "aws_s3_bucket.uploads", "mode": "managed", "type": "aws_s3_bucket", "name": "uploads", "values": {"bucket": "uploads"}},
          {"address": "aws_s3_bucket_notification.uploads", "mode": "managed", "type": "aws_s3_bucket_notification", "name": "uploads",
           "values": {"bucket": "uploads", "queue": [{"events": ["s3:ObjectCreated:*"]}]}}]}},
         "resource_changes": [
          {"address": "aws_s3_bucket_notification.uploads", "mode": "managed", "type": "aws_s3_bucket_notification", "name": "uploads",
           "change": {"actions": ["create"], "after_unknown": {"queue": [{"queue_arn": true}]}}},
          {"address": "aws_sqs_queue_policy.jobs", "mode": "managed", "type": "aws_sqs_queue_policy", "name": "jobs",
           "change": {"actions": ["create"], "after_unknown": {"queue_url": true}}}],
         "configuration": {"root_module": {"resources": [
          {"address": "aws_sqs_queue.jobs", "mode": "managed", "type": "aws_sqs_queue", "name": "jobs", "expressions": {"name": {"constant_value": "jobs"}}},
          {"address": "aws_sqs_queue_policy.jobs", "mode": "managed", "type": "aws_sqs_queue_policy", "name": "jobs",
           "expressions": {"queue_url": {"references": ["aws_sqs_queue.jobs.id", "aws_sqs_queue.jobs"]}}\#(policy)},
          {"address": "aws_s3_bucket.uploads", "mode": "managed", "type": "aws_s3_bucket", "name": "uploads", "expressions": {"bucket": {"constant_value": "uploads"}}},
          {"address": "aws_s3_bucket_notification.uploads", "mode": "managed", "type": "aws_s3_bucket_notification", "name": "uploads", \#(notification)
           "expressions": {"bucket": {"references": ["aws_s3_bucket.uploads.id", "aws_s3_bucket.uploads"]},
            "queue": [{"queue_arn": {"references": ["aws_sqs_queue.jobs.arn", "aws_sqs_queue.jobs"]}, "events": {"constant_value": ["s3:ObjectCreated:*"]}}]}}]}}}
        """#
    }

    // MARK: - Findings

    private static func findings(ofFilesIn folder: String) throws -> [String] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        return findings(names.filter { $0.hasSuffix(".tf") || $0.hasSuffix(".tf.json") }.map { "\(folder)/\($0)" })
    }

    private static func findings(_ paths: String...) -> [String] { findings(paths) }

    private static func findings(_ paths: [String]) -> [String] {
        var options = LintOptions()
        options.project.paths = paths
        options.project.readsTerraformLanguage = true
        return LintSession(options).run().findings.map { finding in
            let place = finding.location
            let file = place.file.split(separator: "/").last ?? ""
            let span = "\(place.span.start.column) to \(place.span.end.line):\(place.span.end.column)"
            return "\(finding.rule) \(place.resource ?? "") \(file):\(place.span.start.line) \(span) \(finding.check)"
        }.sorted()
    }

    // MARK: - A stack of forms

    private static let main = """
        locals {
          queues = {
            a = { tries = 2 }
            b = { tries = 9 }
          }
        }
        resource "aws_sqs_queue" "jobs" {
          for_each = local.queues
          name     = each.key
          redrive_policy = jsonencode({
            deadLetterTargetArn = aws_sqs_queue.failed.arn
            maxReceiveCount     = each.value.tries
          })
        }
        resource "aws_sqs_queue" "failed" {
          name                      = "failed"
          message_retention_seconds = 1209600
        }
        resource "aws_ecs_cluster" "main" {
          name = "main"
        }
        resource "aws_ecs_service" "worker" {
          desired_count = 2
          name          = "worker"
          cluster       = aws_ecs_cluster.main.id
          lifecycle {
            ignore_changes = [desired_count]
          }
        }
        resource "aws_appautoscaling_target" "worker" {
          service_namespace  = "ecs"
          scalable_dimension = "ecs:service:DesiredCount"
          min_capacity       = 1
          max_capacity       = 9
          resource_id        = "service/${aws_ecs_cluster.main.name}/${aws_ecs_service.worker.name}"
        }

        """

    private static let override = """
        resource "aws_ecs_service" "worker" {
          lifecycle {
            ignore_changes = [
              # desired_count
              task_definition, // and desired_count
            ]
          }
        }

        """

    private static let jsonOverride =
        #"{"resource": {"aws_sqs_queue": {"failed": {"message_retention_seconds": 600}}}}"#

    private static let plan = """
        {"format_version": "1.2", "terraform_version": "1.9.0",
         "planned_values": {"root_module": {"resources": [
           {"address": "aws_ecs_cluster.main", "mode": "managed", "type": "aws_ecs_cluster", "name": "main",
            "values": {"name": "main"}},
           {"address": "aws_ecs_service.worker", "mode": "managed", "type": "aws_ecs_service", "name": "worker",
            "values": {"name": "worker", "desired_count": 2}},
           {"address": "aws_appautoscaling_target.worker", "mode": "managed", "type": "aws_appautoscaling_target",
            "name": "worker", "values": {"service_namespace": "ecs", "scalable_dimension": "ecs:service:DesiredCount",
            "min_capacity": 1, "max_capacity": 9, "resource_id": "service/main/worker"}},
           {"address": "aws_sqs_queue.failed", "mode": "managed", "type": "aws_sqs_queue", "name": "failed",
            "values": {"name": "failed", "message_retention_seconds": 600}},
           {"address": "aws_sqs_queue.jobs[\\"a\\"]", "mode": "managed", "type": "aws_sqs_queue", "name": "jobs", "index": "a",
            "values": {"name": "a"}},
           {"address": "aws_sqs_queue.jobs[\\"b\\"]", "mode": "managed", "type": "aws_sqs_queue", "name": "jobs", "index": "b",
            "values": {"name": "b"}}]}},
         "resource_changes": [
           {"address": "aws_ecs_service.worker", "change": {"actions": ["create"], "after": {},
            "after_unknown": {"cluster": true}}},
           {"address": "aws_sqs_queue.jobs[\\"a\\"]", "change": {"actions": ["create"], "after": {},
            "after_unknown": {"redrive_policy": true}}},
           {"address": "aws_sqs_queue.jobs[\\"b\\"]", "change": {"actions": ["create"], "after": {},
            "after_unknown": {"redrive_policy": true}}}],
         "configuration": {"root_module": {"resources": [
           {"mode": "managed", "type": "aws_ecs_cluster", "name": "main", "expressions": {"name": {"constant_value": "main"}}},
           {"mode": "managed", "type": "aws_ecs_service", "name": "worker", "expressions": {
             "name": {"constant_value": "worker"}, "desired_count": {"constant_value": 2},
             "cluster": {"references": ["aws_ecs_cluster.main.id", "aws_ecs_cluster.main"]}}},
           {"mode": "managed", "type": "aws_appautoscaling_target", "name": "worker", "expressions": {"resource_id":
             {"references": ["aws_ecs_cluster.main.name", "aws_ecs_cluster.main", "aws_ecs_service.worker.name",
              "aws_ecs_service.worker"]}}},
           {"mode": "managed", "type": "aws_sqs_queue", "name": "failed", "expressions": {}},
           {"mode": "managed", "type": "aws_sqs_queue", "name": "jobs", "for_each_expression": {"references": ["local.queues"]},
            "expressions": {"name": {"references": ["each.key"]}, "redrive_policy": {"references":
              ["aws_sqs_queue.failed.arn", "aws_sqs_queue.failed", "each.value.tries", "each.value"]}}}]}}}
        """
}
