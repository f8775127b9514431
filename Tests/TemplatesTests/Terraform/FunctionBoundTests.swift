import Evaluation
import Testing

@testable import Templates

/// Functions whose arguments ask for much work stop at the run's bounds, and files are read by their functions.
@Suite("Bounds of functions")
struct FunctionBoundTests {
    private static let long = String(repeating: "a", count: 200_000)

    @Test(arguments: [
        #"regex("(a?){500}(a?){400}b", local.long)"#, #"regexall("(a?){300}b|a", local.long)"#,
        #"replace(local.long, "/(a*)*b/", "x")"#, #"replace(local.long, "/a/", local.long)"#,
        #"replace(local.long, "/a/", "$0$0$0$0$0$0$0$0$0$0")"#, #"cidrsubnets("::/0", [for i in range(1000) : 33]...)"#,
    ])
    func workIsBounded(_ text: String) throws {
        let origin = try evaluated("1").origin
        let names = Value(.map([.init(key: "long", value: .text(Self.long, origin: origin))]), origin: origin)
        let scope = SampleScope(["local": names], limits: EvaluationLimits(steps: 60_000))
        #expect(try evaluated(text, in: scope).isUnknown)
    }

    @Test(arguments: [
        (#"filemd5("a.txt")"#, "5d41402abc4b2a76b9719d911017c592"),
        (#"filebase64sha256("a.txt")"#, "LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ="), (#"fileexists("a.txt")"#, "true"),
    ])
    func filesAreRead(_ text: String, _ expected: String) throws {
        let scope = SampleScope()
        scope.files["a.txt"] = "hello"
        #expect(try evaluated(text, in: scope).convertedText == expected)
    }

    @Test(arguments: [#"filemd5("none.txt")"#, #"fileexists("none.txt")"#, #"abspath("x")"#, #"pathexpand("~/x")"#])
    func whatIsNotAtHandIsUnknown(_ text: String) throws {
        #expect(try evaluated(text).isUnknown)
    }

    @Test(arguments: [
        (#"provider::aws::arn_parse("arn:aws:sqs:eu-west-1:123456789012:a:b").resource"#, "a:b"),
        (
            #"provider::aws::arn_build("aws", "sqs", "eu-west-1", "123456789012", "jobs")"#,
            "arn:aws:sqs:eu-west-1:123456789012:jobs"
        ),
        (
            #"provider::aws::trim_iam_role_path("arn:aws:iam::123456789012:role/a/b/worker")"#,
            "arn:aws:iam::123456789012:role/worker"
        ),
        (#"cidrcontains("192.168.2.0/20", "192.168.2.1")"#, "true"), (#"cidrcontains("fe80::/48", "fe81::1")"#, "false"),
        (#"urldecode("a+b%26c%3Dd%2F%C3%A9")"#, "a b&c=d/é"),
    ])
    func functionsOfProvidersAndOfOpenTofu(_ text: String, _ expected: String) throws {
        #expect(try evaluated(text).convertedText == expected)
    }

    @Test(arguments: [#"provider::aws::arn_parse("x")"#, #"cidrcontains("fe80::/48", "1.2.3.4")"#, #"urldecode("%2")"#])
    func whatTheyRefuseIsUnknown(_ text: String) throws {
        #expect(try evaluated(text).isUnknown)
    }

    @Test("an ARN that is built of a resource's parts keeps them")
    func arnOfReferences() throws {
        let value = try evaluated(#"provider::aws::arn_build("aws", "sqs", var.region, "123456789012", "jobs")"#)
        #expect(value.shown == "arn:aws:sqs:${var.region}:123456789012:jobs")
    }
}
