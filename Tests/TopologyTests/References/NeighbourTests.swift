import Evaluation
import Templates
import Testing

@testable import Topology

@Suite("Unknown names and the templates beside them")
struct NeighbourTests {
    private static let queue = """
        Resources:
          Jobs: {Type: AWS::SQS::Queue, Properties: {QueueName: jobs}}
        """

    private static func alarm(on name: String, and more: String = "") -> String {
        """
        Parameters: {Name: {Type: String}}
        Resources:
          A: {Type: AWS::CloudWatch::Alarm, Properties: {Namespace: AWS/SQS, Dimensions: [{Name: QueueName, Value: \(name)}]}}
        \(more)
        """
    }

    @Test(
        "an alarm on a parameter may watch the queue of a template near it",
        arguments: [
            ("a/queue.yaml", "a/alarm.yaml", "!Ref Name", "", true), ("a/queue.yaml", "b/alarm.yaml", "!Ref Name", "", true),
            ("a/queue.yaml", "alarm.yaml", "!Ref Name", "", true), ("a/b/queue.yaml", "c/alarm.yaml", "!Ref Name", "", false),
            ("a/queue.yaml", "b/alarm.yaml", "!Ref Name", "  Own: {Type: AWS::SQS::Queue}", false),
            ("a/queue.yaml", "a/alarm.yaml", "!Ref Name", "  Own: {Type: AWS::SQS::Queue}", true),
            ("a/queue.yaml", "a/alarm.yaml", "!Sub '${Name}-mails'", "", false),
            ("a/queue.yaml", "a/alarm.yaml", "!Sub '${Name}bs'", "", true),
            ("a/queue.yaml", "a/alarm.yaml", "mails", "", false),
        ])
    func alarms(queue: String, alarm: String, name: String, more: String, isOpen: Bool) throws {
        let model = try model([(queue, Self.queue), (alarm, Self.alarm(on: name, and: more))])
        let alarms = try model.field("alarms", of: model.object("Jobs", kind: .queue))
        #expect(alarms.shown == (isOpen ? "list(0+)" : "list(0)"))
    }

    @Test("a data source of another root module finds the queue by its name")
    func lookups() throws {
        let queue = "resource \"aws_sqs_queue\" \"jobs\" {\n  name = \"jobs\"\n}\n"
        let alarm = """
            data "aws_sqs_queue" "jobs" {
              name = "NAME"
            }
            resource "aws_cloudwatch_metric_alarm" "deep" {
              namespace  = "AWS/SQS"
              dimensions = { QueueName = data.aws_sqs_queue.jobs.name }
            }
            """
        for (name, count) in [("jobs", "list(1)"), ("mails", "list(0)")] {
            let text = alarm.replacing("NAME", with: name)
            let model = try model([("a/main.tf", queue), ("b/main.tf", text)])
            #expect(try model.field("alarms", of: model.object("aws_sqs_queue.jobs", kind: .queue)).shown == count)
        }
    }
}
