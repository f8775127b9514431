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

    /// 60 times or more the work that the run may do: each stops at the bound, with the bound told.
    @Test(arguments: [
        #"[for i in range(60) : upper(local.long)]"#, #"[for i in range(60) : title(local.long)]"#,
        #"[for i in range(60) : trimspace(local.long)]"#, #"[for i in range(60) : base64encode(local.long)]"#,
        #"[for i in range(60) : strrev(local.long)]"#, #"[for i in range(60) : sha256(local.long)]"#,
        #"[for i in range(60) : split("a", local.long)]"#, #"[for i in range(60) : jsondecode(local.list)]"#,
        #"[for i in range(60) : csvdecode(local.table)]"#, #"[for i in range(600) : index(local.numbers, i)]"#,
        #"[for i in range(60) : distinct(local.numbers)]"#, #"[for i in range(60) : urlencode(local.long)]"#,
        #"[for i in range(600) : "${local.long}x"]"#, #"setproduct(local.numbers, local.numbers, local.numbers)"#,
        #"setproduct([1,2],[1,2],[1,2],[1,2],[1,2],[1,2],[1,2],[1,2],[1,2],[1,2],[1,2],[1,2],[1,2],[1,2],[1,2],[1,2])"#,
    ])
    func workIsCountedBeforeItIsDone(_ text: String) throws {
        let scope = try bounded(steps: 60_000)
        let started = ContinuousClock.now
        _ = try evaluated(text, in: scope)
        #expect(scope.work.remainingSteps == 0)
        #expect(scope.work.exceeded.contains { $0.message.contains("60000 steps") })
        // Some milliseconds; without counting it is minutes, or all memory.
        #expect(ContinuousClock.now - started < .seconds(20))
    }

    /// What would be longer than a text may be is refused before it is made, whatever makes it.
    @Test(arguments: [
        #"replace(local.long, "", local.long)"#, #"replace(local.long, "a", local.long)"#,
        #"indent(1000, replace(local.long, "a", "\n"))"#, #"format(replace(local.long, "a", "%[1]900d"), 1)"#,
        #"join(local.long, [for i in range(1000) : local.long])"#,
    ])
    func textsAreMeasuredBeforeTheyAreMade(_ text: String) throws {
        let scope = try bounded(steps: 4_000_000)
        #expect(try evaluated(text, in: scope).isUnknown)
        #expect(scope.work.exceeded.contains { $0.message.contains("bytes") })
    }

    /// The usual amount of work is far below the bounds: 2,000 calls of small functions.
    @Test func usualWorkIsNotRefused() throws {
        let scope = try bounded(steps: 60_000)
        let text = #"[for i in range(1000) : upper(replace(format("jobs-%d", i), "-", "_"))]"#
        #expect(!(try evaluated(text, in: scope)).isUnknown)
        #expect(scope.work.exceeded.isEmpty)
    }

    @Test func groupsKeepTheirElementsInOrder() throws {
        let value = try evaluated(#"{for x in ["b1", "a1", "b2"] : substr(x, 0, 1) => x...}"#)
        #expect(value.knownJSONText == #"{"a":["a1"],"b":["b1","b2"]}"#)
    }

    @Test(arguments: [
        (#"upper("straße ab")"#, "STRAßE AB"), (#"title("hello wörld's 2nd")"#, "Hello Wörld's 2nd"),
        (#"trimspace("\u00a0 a b \n")"#, "a b"), (#"replace("äb", "", "-")"#, "-ä-b-"), (#"replace("aXbX", "X", "")"#, "ab"),
        (#"replace("aab", "/a(b?)/", "[$1]")"#, "[][b]"),
    ])
    func countedFunctionsGiveWhatTerraformGives(_ text: String, _ expected: String) throws {
        #expect(try evaluated(text).convertedText == expected)
    }

    private func bounded(steps: Int) throws -> SampleScope {
        let origin = try evaluated("1").origin
        let numbers = (0..<1000).map { Value.number($0, origin: origin) }
        let values: [(String, Value)] = [
            ("long", .text(Self.long, origin: origin)), ("numbers", Value(.list(numbers, open: []), origin: origin)),
            ("list", .text("[" + String(repeating: "0,", count: 5_000) + "0]", origin: origin)),
            ("table", .text("a,b\n" + String(repeating: "1,2\n", count: 3_000), origin: origin)),
        ]
        let names = Value(.map(values.map { .init(key: $0.0, value: $0.1) }), origin: origin)
        return SampleScope(["local": names], limits: EvaluationLimits(steps: steps))
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
