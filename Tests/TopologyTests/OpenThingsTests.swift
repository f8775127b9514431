import Evaluation
import Templates
import Testing
import YAMLBridge

@testable import Topology

@Suite("What is not read may do something to what it is given")
struct OpenThingsTests {
    private static let open = "list(0+)"
    private static let known = "list(0)"

    @Test(
        "nested stacks, modules and macros",
        arguments: [
            (
                "  N: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: x.yaml, Parameters: {Cidr: 10.0.0.0/16}}}",
                known
            ),
            ("  N: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: x.yaml, Parameters: {A: !GetAtt Q.Arn}}}", open),
            (
                "  N: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: x.yaml, Parameters: {A: !Sub 'x,${Q.Arn}'}}}",
                open
            ),
            (
                "  N: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: x.yaml, Parameters: {A: !If [C, !Ref Q, '']}}}",
                open
            ),
            ("  N: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: x.yaml, Parameters: {A: jobs}}}", known),
            ("  N: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: x.yaml, Parameters: {QueueName: jobs}}}", open),
            ("  N: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: x.yaml, Parameters: {Role: jobs}}}", known),
            (
                "  N: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: x.yaml, Parameters: {A: b}, Tags: [{Key: queue, Value: jobs}]}}",
                known
            ),
            (
                "  N: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: x.yaml, Parameters: {A: 'arn:aws:sqs:eu-west-1:1:jobs'}}}",
                open
            ),
            ("  N: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: x.yaml, Parameters: {A: the jobs}}}", known),
            ("  N: {Type: AWS::CloudFormation::Stack, DependsOn: Q, Properties: {TemplateURL: x.yaml}}", known),
            (
                "  N: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: x.yaml, Parameters: {Fn::Transform: {Name: M}}}}",
                open
            ),
            ("  N: {Type: 'A::B::C::MODULE', Properties: {Queues: [{Arn: !GetAtt Q.Arn}]}}", open),
            ("  N: {Type: 'A::B::C::MODULE', Properties: {Cidr: 10.0.0.0/16}}", known),
            ("  N: {Type: 'A::B::C::MODULE', DependsOn: Q}", known),
            ("  N: {Type: !Rain::Module ./m.yaml, Properties: {Queue: !Ref Q}}", open),
            ("  N: {Type: !Rain::Module ./m.yaml, Properties: {Cidr: 10.0.0.0/16}}", known),
            ("Modules:\n  N: {Source: ./m.yaml, Properties: {Queue: !Ref Q}}", open),
            ("Modules:\n  N: {Source: ./m.yaml, Properties: {Cidr: 10.0.0.0/16}}", known),
            (
                "  S: {Type: AWS::SSM::Parameter, Properties: {Value: !Ref Q}}\n  N: {Type: 'A::B::MODULE', Properties: {P: !Ref S}}",
                open
            ),
            ("Transform: Company", open),
            ("  B: {Type: AWS::S3::Bucket, Properties: {Fn::Transform: {Name: M}}}", known),
        ])
    func templates(_ more: String, _ expected: String) throws {
        let model = try model(
            """
            Parameters: {P: {Type: String}}
            Conditions: {C: !Equals [!Ref P, a]}
            Resources:
              Q: {Type: AWS::SQS::Queue, Properties: {QueueName: jobs}}
            \(more)
            """)
        #expect(try model.field("alarms", of: model.object("Q", kind: .queue)).shown == expected)
    }

    @Test("a macro of a nested stack sees that stack and what it is given")
    func nestedMacro() throws {
        let model = try model([
            (
                "parent.yaml",
                """
                Resources:
                  Given: {Type: AWS::SQS::Queue}
                  Other: {Type: AWS::SQS::Queue}
                  N: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: child.yaml, Parameters: {A: !Ref Given}}}
                """
            ),
            (
                "child.yaml",
                "Transform: Company\nParameters: {A: {Type: String}}\nResources:\n  Own: {Type: AWS::SQS::Queue}"
            ),
        ])
        for (name, expected) in [("Given", Self.open), ("Other", Self.known), ("N/Own", Self.open)] {
            #expect(try model.field("alarms", of: model.object(name, kind: .queue)).shown == expected)
        }
    }

    @Test(
        "modules of Terraform",
        arguments: [
            (#"cidr = "10.9.0.0/16""#, known), ("queue = aws_sqs_queue.q.arn", open), (#"names = ["jobs"]"#, known),
            (#"queue_names = ["jobs"]"#, open), (#"tags = { queue = "jobs" }"#, known),
            (#"queues = { jobs = { retries = 3 } }"#, open), (#"name = "jobs""#, known),
            ("queues = { a = local.url }", open), ("url = module.inner.url", open),
            ("policy = data.aws_iam_policy_document.p.json", open),
            ("for_each = toset([aws_sqs_queue.q.arn])\nx = each.key", open),
            ("count = 0\nqueue = aws_sqs_queue.q.arn", known), ("depends_on = [aws_sqs_queue.q]", known),
            ("queue = \"https://sqs.eu-west-1.amazonaws.com/111122223333/jobs\"", open),
        ])
    func modules(_ arguments: String, _ expected: String) throws {
        let main = """
            resource "aws_sqs_queue" "q" {
              name = "jobs"
            }
            locals {
              url = aws_sqs_queue.q.url
            }
            module "inner" {
              source = "./inner"
              url    = local.url
            }
            data "aws_iam_policy_document" "p" {
              statement {
                resources = [aws_sqs_queue.q.arn]
              }
            }
            module "far" {
              source = "acme/far/aws"
              \(arguments)
            }
            """
        let inner = "variable \"url\" {}\noutput \"url\" {\n  value = var.url\n}\n"
        let documents = try [("main.tf", main), ("inner/main.tf", inner)].map {
            try Document.parse(Array($0.1.utf8), path: $0.0)
        }
        let model = ModelBuilder().build(Workload.load(documents))
        #expect(try model.field("alarms", of: model.object("aws_sqs_queue.q", kind: .queue)).shown == expected)
    }
}
