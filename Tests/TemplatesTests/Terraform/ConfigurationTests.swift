import Evaluation
import Testing
import YAMLBridge

@testable import Templates

@Suite("Terraform configuration in JSON")
struct ConfigurationTests {
    @Test("attributes stand at the top of a body; objects and lists of one are the same; comments and settings are left out")
    func bodies() throws {
        let stacks = try configuration(
            """
            {"//": "a", "terraform": {"required_version": ">= 1.5"},
             "resource": [{"aws_sqs_queue": {"//": {"c": 1}, "a": [{"//": "x", "name": "a", "delay_seconds": 5, "kms": null,
               "depends_on": ["aws_sqs_queue.b"], "provider": "aws.x",
               "lifecycle": {"ignore_changes": ["name", "${weird}"]}}]}}, {"aws_sqs_queue": {"b": {}}}]}
            """)
        #expect(stacks.addresses == ["aws_sqs_queue.a", "aws_sqs_queue.b"])
        #expect(
            try stacks.attribute("", of: "aws_sqs_queue.a").shown
                == "{delay_seconds: 5, kms: -, lifecycle: {ignore_changes: [name, weird]}, name: a}")
        #expect(stacks.map(\.resourceCount) == [2])
        #expect(stacks.problems.isEmpty)
    }

    @Test("files of one folder are one module, and each is a stack of its own with the first as root")
    func files() throws {
        let stacks = try configuration([
            ("main.tf.json", #"{"resource": {"aws_sqs_queue": {"a": {}, "b": {}}}}"#),
            ("more.tf.json", #"{"resource": {"aws_sqs_queue_policy": {"p": {"queue_url": "${aws_sqs_queue.a.id}"}}}}"#),
        ])
        #expect(stacks.map(\.root) == [0, 0])
        #expect(stacks.map(\.resourceCount) == [2, 1])
        let url = try stacks.attribute("queue_url", of: "aws_sqs_queue_policy.p")
        #expect(url.shown == "aws_sqs_queue.a.id")
        guard case .reference(let reference) = url.content else { return }
        #expect(reference.resource == ResourceID(stack: 0, logicalID: "aws_sqs_queue.a"))
    }

    @Test("arguments of override files take the place of the block's own")
    func overrides() throws {
        let stacks = try configuration([
            (
                "main.tf.json",
                #"{"locals": {"n": "a"}, "resource": {"aws_sqs_queue": {"a": {"name": "${local.n}", "delay_seconds": 1}}}}"#
            ),
            ("override.tf.json", #"{"locals": {"n": "b"}, "resource": {"aws_sqs_queue": {"a": {"delay_seconds": 2}}}}"#),
            ("x_override.tf.json", #"{"resource": {"aws_sqs_queue": {"a": {"delay_seconds": 3}}}}"#),
        ])
        #expect(try stacks.attribute("", of: "aws_sqs_queue.a").shown == "{delay_seconds: 3, name: b}")
        #expect(stacks.problems.isEmpty)
    }

    @Test("a resource that two files declare is told where")
    func duplicates() throws {
        let stacks = try configuration([
            ("a.tf.json", #"{"resource": {"aws_sqs_queue": {"a": {}}}}"#),
            ("b.tf.json", #"{"resource": {"aws_sqs_queue": {"a": {"name": "b"}}}}"#),
        ])
        #expect(stacks.problems.map(\.code) == [.duplicateKey])
        #expect(
            stacks.problems.first?.message
                == "resource 'aws_sqs_queue.a' is declared twice; the first stands in a.tf.json, line 1")
        #expect(stacks.problems.first?.origin.document.path == "infra/b.tf.json")
    }

    @Test("an argument that stands twice is reported, a block that does is another block")
    func duplicateArguments() throws {
        let stacks = try configuration(
            """
            {"resource": {"aws_sqs_queue": {"a": {"name": "a", "name": "b", "tag": {"n": 1}, "tag": {"n": 2}}}},
             "resource": {"aws_sqs_queue": {"c": {}}}}
            """)
        #expect(stacks.problems.map(\.origin.path) == ["name"])
        #expect(stacks.problems.first?.origin.resource == "aws_sqs_queue.a")
        #expect(try stacks.attribute("", of: "aws_sqs_queue.a").shown == "{name: b, tag: [{n: 1}, {n: 2}]}")
        #expect(stacks.addresses == ["aws_sqs_queue.a", "aws_sqs_queue.c"])
    }

    // MARK: - Names

    @Test("variables: a default is assumed and named, and converted to its type")
    func defaults() throws {
        let value = try configuration(file("${var.n}", blocks: #""variable": {"n": {"type": "number", "default": "30"}}"#)).only()
        #expect(value.content.isPlain("30"))
        let isAssumed = value.steps.contains {
            if case .assumedDefault(parameter: "n", value: "30") = $0.kind { true } else { false }
        }
        #expect(isAssumed)
    }

    @Test("what is computed from a default says so")
    func assumptionsTravel() throws {
        let value = try configuration(file("${var.n * 6}", blocks: #""variable": {"n": {"default": 5}}"#)).only()
        #expect(value.shown == "30")
        #expect(value.steps.contains { $0.isAssumedDefault })
    }

    @Test("values of variables: files, then flags, then flags for one file; without any the variable is unknown")
    func values() throws {
        let main = file("${var.n}", blocks: #""variable": {"n": {"type": "string"}}"#)
        func value(_ files: [(String, String)], _ options: LoadOptions = LoadOptions()) throws -> String {
            try configuration([("main.tf.json", main)] + files.map { (path: $0.0, text: $0.1) }, options: options).only().shown
        }
        #expect(try value([]) == "var.n")
        #expect(try value([("terraform.tfvars.json", #"{"n": "file"}"#)]) == "file")
        #expect(try value([("terraform.tfvars.json", #"{"n": "file"}"#), ("z.auto.tfvars.json", #"{"n": "auto"}"#)]) == "auto")
        #expect(try value([("terraform.tfvars", "n = \"native\"\n"), ("terraform.tfvars.json", #"{"n": "file"}"#)]) == "file")
        #expect(try value([("terraform.tfvars", "n = \"native\"\n")]) == "native")
        #expect(try value([("other.tfvars.json", #"{"n": "other"}"#)]) == "var.n")
        var options = LoadOptions(parameters: ["n": .init("flag", source: "--parameters")])
        #expect(try value([("terraform.tfvars.json", #"{"n": "file"}"#)], options) == "flag")
        options.parametersByPath["infra/main.tf.json"] = ["n": .init("own", source: "x")]
        #expect(try value([], options) == "own")
        options = LoadOptions(assumesDefaults: false)
        #expect(
            try configuration(file("${var.n}", blocks: #""variable": {"n": {"default": 1}}"#), options: options).only().isUnknown)
    }

    @Test("a list on the command line is an expression, optional attributes have defaults")
    func types() throws {
        let blocks =
            #""variable": {"l": {"type": "list(string)"}, "o": {"type": "object({a=string,b=optional(number,7)})","default":{"a":1}}}"#
        let options = LoadOptions(parameters: ["l": .init(#"["a", 2]"#, source: "--parameters")])
        let stacks = try configuration(file("${jsonencode([var.l, var.o])}", blocks: blocks), options: options)
        #expect(try stacks.only().shown == "[[a, 2], {a: 1, b: 7}]")
    }

    @Test("a list on the command line may be written with commas, as parameter files join it")
    func commaLists() throws {
        let blocks = #""variable": {"l": {"type": "list(string)"}, "s": {}}"#
        let options = LoadOptions(parameters: ["l": .init("a, b", source: "x"), "s": .init("a, b", source: "x")])
        #expect(
            try configuration(file("${jsonencode([var.l, var.s])}", blocks: blocks), options: options).only().shown
                == "[[a, b], a, b]")
    }

    @Test("the value of a sensitive variable is never shown; numbers and truth values are")
    func sensitive() throws {
        let blocks = #""variable": {"s": {"default": "secret", "sensitive": true}, "n": {"default": 3, "sensitive": true}}"#
        let stacks = try configuration(file("${var.s}-${var.n}", blocks: blocks))
        #expect(try stacks.only().shown == "${var.s}-3")
        #expect(try configuration(file("${sensitive(\"abc\")}")).only().isUnknown)
    }

    @Test("local values, each read once however it is used")
    func locals() throws {
        let blocks = #""locals": {"a": "${local.b}-a", "b": "x", "m": {"k": "${local.a}"}}"#
        #expect(try configuration(file("${local.m.k}", blocks: blocks)).only().shown == "x-a")
    }

    @Test("circles are reported once")
    func circles() throws {
        let stacks = try configuration(file("${local.a}", blocks: #""locals": {"a": "${local.b}", "b": "${local.a}"}"#))
        #expect(stacks.problems.map(\.code) == [.circularReference])
        #expect(try stacks.only().isUnknown)
    }

    @Test(
        "names that are not declared, with the nearest one",
        arguments: [
            ("${var.tmeout}", "there is no variable 'tmeout'", "Did you mean 'timeout'?"),
            ("${local.nmae}", "there is no local value 'nmae'", "Did you mean 'name'?"),
            ("${aws_sqs_queue.dlg.arn}", "there is no resource 'aws_sqs_queue.dlg'", "Did you mean 'aws_sqs_queue.dlq'?"),
            ("${data.aws_region.here.name}", "there is no data source 'aws_region.here'", "Declare it, or correct the name."),
            ("${module.nothing.x}", "there is no module 'nothing'", "Declare it, or correct the name."),
            ("${uper(\"a\")}", "Terraform has no function 'uper'", "Did you mean 'upper'?"),
            ("${each.key}", "'each.key' stands in a block without for_each", "Add for_each, or write the value itself."),
            (
                "${nonsense}", "'nonsense' is not a reference",
                "Write TYPE.NAME for a resource, var.NAME for a variable, local.NAME for a local value."
            ),
        ])
    func undeclared(expression: String, message: String, help: String) throws {
        let blocks = #""variable": {"timeout": {}}, "locals": {"name": 1}"#
        let stacks = try configuration(file("a ${expression} b".replacing("${expression}", with: expression), blocks: blocks))
        let problem = try #require(stacks.problems.first)
        #expect(stacks.problems.count == 1)
        #expect(problem.message == message)
        #expect(problem.help == help)
        let document = problem.origin.document
        let span = problem.origin.span
        let line = Array(document.lineText(span.start.line).unicodeScalars)
        var text = String.UnicodeScalarView()
        text.append(contentsOf: line[(span.start.column - 1)..<(span.end.column - 1)])
        #expect(expression.contains(String(text).replacing("\\\"", with: "\"")))
    }

    @Test("an expression that is none is reported where it breaks")
    func malformed() throws {
        let stacks = try configuration(#"{"resource": {"t": {"it": {"x": "a ${1 +} b"}}}}"#)
        let problem = try #require(stacks.problems.first)
        #expect(problem.code == .malformedFunction)
        #expect(problem.message == "expected a value, not '}'")
        #expect(problem.origin.span.start.column == 41)
        #expect(try stacks.only().isUnknown)
    }

    // MARK: - Resources

    @Test("what identifies a resource stays a reference, what is configured is taken from it")
    func attributes() throws {
        let blocks =
            #""resource": {"aws_appautoscaling_target": {"t": {"resource_id": "service/${aws_ecs_cluster.c.name}/jobs", "min_capacity": 1}}, "aws_ecs_cluster": {"c": {"name": "main"}}, "x": {"y": {"id": "${aws_appautoscaling_target.t.resource_id}", "min": "${aws_appautoscaling_target.t.min_capacity}", "arn": "${aws_ecs_cluster.c.arn}", "computed": "${aws_ecs_cluster.c.setting}"}}}"#
        let stacks = try configuration("{\(blocks)}")
        #expect(
            try stacks.attribute("", of: "x.y").shown
                == "{arn: aws_ecs_cluster.c.arn, computed: aws_ecs_cluster.c.setting, id: service/${aws_ecs_cluster.c.name}/jobs, min: 1}"
        )
        #expect(stacks.problems.isEmpty)
    }

    @Test("jsonencode gives a map whose members know their place in the string")
    func jsonencode() throws {
        let text = "${jsonencode({deadLetterTargetArn = aws_sqs_queue.dlq.arn, maxReceiveCount = 5})}"
        let stacks = try configuration(file(text))
        let value = try stacks.only()
        #expect(value.shown == "{deadLetterTargetArn: aws_sqs_queue.dlq.arn, maxReceiveCount: 5}")
        let count = value.member("maxReceiveCount").origin
        #expect(count.path == "x.maxReceiveCount")
        let line = count.document.lineText(1)
        let columns = (count.span.start.column - 1)..<(count.span.end.column - 1)
        #expect(String(Array(line)[columns]) == "maxReceiveCount = 5")
    }

    @Test("JSON in a plain string keeps its references")
    func plainJSON() throws {
        let stacks = try configuration(file(#"{"deadLetterTargetArn": "${aws_sqs_queue.dlq.arn}", "maxReceiveCount": 3}"#))
        #expect(try stacks.only().unwrappedJSON.shown == "{deadLetterTargetArn: aws_sqs_queue.dlq.arn, maxReceiveCount: 3}")
    }

    @Test("a policy document is what its statements make, and files and time are unknown but say what they are made of")
    func dataSources() throws {
        let blocks =
            #""data": {"aws_iam_policy_document": {"p": {"statement": {"actions": ["sqs:*"], "resources": ["${aws_sqs_queue.dlq.arn}"]}}}, "aws_region": {"here": {}}}, "provider": {"aws": {"region": "eu-west-1"}}"#
        let policy = try configuration(file("${data.aws_iam_policy_document.p.json}", blocks: blocks)).attribute("x", of: "t.it")
        #expect(policy.member("Statement").shown == "[{Action: [sqs:*], Effect: Allow, Resource: [aws_sqs_queue.dlq.arn]}]")
        #expect(
            try configuration(file("${data.aws_region.here.name}", blocks: blocks)).attribute("x", of: "t.it").shown
                == "eu-west-1")
        let made = try configuration(file(#"${templatefile("x.json", {arn = aws_sqs_queue.dlq.arn})}"#)).only()
        #expect(made.isUnknown)
        #expect(made.mentions.map(\.resource.logicalID) == ["aws_sqs_queue.dlq"])
    }
}

extension Value.Content {
    /// Whether the content is a number or a truth value of this spelling.
    func isPlain(_ text: String) -> Bool {
        if case .scalar(let scalar) = self { scalar.text == text && !scalar.isQuoted } else { false }
    }
}
