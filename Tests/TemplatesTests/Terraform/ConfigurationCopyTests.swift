import Evaluation
import Testing
import YAMLBridge

@testable import Templates

@Suite("Copies of Terraform's blocks")
struct ConfigurationCopyTests {
    @Test("count and for_each make addresses, each copy with its own key")
    func addresses() throws {
        let stacks = try configuration(
            """
            {"resource": {"aws_sqs_queue": {"q": {"for_each": "${toset([\\"a\\", \\"b\\"])}", "name": "x-${each.key}"},
              "m": {"for_each": {"k": {"n": 1}}, "delay_seconds": "${each.value.n}"},
              "c": {"count": 2, "name": "c${count.index}"}, "none": {"count": 0}}},
             "output": {"o": {"value": "${[aws_sqs_queue.q[\\"a\\"].arn, aws_sqs_queue.c[1].arn, aws_sqs_queue.c[*].arn, values(aws_sqs_queue.q)[1].arn]}"}}}
            """)
        #expect(
            stacks.addresses == [
                #"aws_sqs_queue.q["a"]"#, #"aws_sqs_queue.q["b"]"#, #"aws_sqs_queue.m["k"]"#, "aws_sqs_queue.c[0]",
                "aws_sqs_queue.c[1]",
            ])
        #expect(try stacks.attribute("name", of: #"aws_sqs_queue.q["b"]"#).shown == "x-b")
        #expect(try stacks.attribute("delay_seconds", of: #"aws_sqs_queue.m["k"]"#).shown == "1")
        #expect(try stacks.attribute("name", of: "aws_sqs_queue.c[1]").shown == "c1")
        #expect(stacks.map(\.resourceCount) == [4])
        #expect(
            stacks[0].outputs.map(\.shown) == [
                "[aws_sqs_queue.q[\"a\"].arn, aws_sqs_queue.c[1].arn, [aws_sqs_queue.c[0].arn, aws_sqs_queue.c[1].arn], aws_sqs_queue.q[\"b\"].arn]"
            ])
        #expect(stacks.problems.isEmpty)
    }

    @Test("an undecided condition makes a copy that may not be there")
    func undecidedCount() throws {
        let stacks = try configuration(
            """
            {"variable": {"on": {"type": "bool"}, "env": {}},
             "resource": {"aws_sqs_queue": {"q": {"count": "${var.on ? 1 : 0}"},
               "p": {"count": "${var.env == \\"prod\\" ? 1 : 2}"}},
              "t": {"u": {"x": "${one(aws_sqs_queue.q[*].arn)}", "y": "${aws_sqs_queue.q[0].arn}"}}}}
            """)
        let resources = stacks.flatMap(\.resources)
        #expect(resources.map(\.name) == ["aws_sqs_queue.q[0]", "aws_sqs_queue.p[0]", "aws_sqs_queue.p[1]", "t.u"])
        #expect(resources[0].existence.undecidedAtom(in: .open)?.label == "var.on")
        #expect(resources[1].existence == .always)
        #expect(resources[2].existence.undecidedAtom(in: .open)?.label == "var.env == prod")
        #expect(try stacks.attribute("x", of: "t.u").shown == "if(var.on; aws_sqs_queue.q[0].arn; -)")
        #expect(try stacks.attribute("y", of: "t.u").shown == "if(var.on; aws_sqs_queue.q[0].arn; ?)")
    }

    @Test("unknown keys make one copy of undecided existence; the same key of another block finds it")
    func unknownKeys() throws {
        let stacks = try configuration(
            """
            {"variable": {"all": {}, "n": {"type": "number"}},
             "resource": {"aws_sqs_queue": {"d": {"for_each": "${var.all}"}, "c": {"count": "${var.n}"},
               "q": {"for_each": "${var.all}", "x": "${aws_sqs_queue.d[each.key].arn}", "y": "${aws_sqs_queue.d[\\"k\\"].arn}",
                     "z": "${each.value.name}", "c": "${aws_sqs_queue.c[0].arn}", "own": "${aws_sqs_queue.c[3].arn}"}}}}
            """)
        #expect(stacks.addresses == ["aws_sqs_queue.d", "aws_sqs_queue.c", "aws_sqs_queue.q"])
        #expect(stacks[0].resources[0].existence.undecidedAtom(in: .open)?.label == "for_each of aws_sqs_queue.d has elements")
        #expect(try stacks.attribute("x", of: "aws_sqs_queue.q").shown == "aws_sqs_queue.d.arn")
        let other = try stacks.attribute("y", of: "aws_sqs_queue.q")
        #expect(other.isUnknown)
        #expect(other.mentions.map(\.resource.logicalID) == ["aws_sqs_queue.d"])
        #expect(try stacks.attribute("c", of: "aws_sqs_queue.q").shown == "aws_sqs_queue.c.arn")
        #expect(try stacks.attribute("own", of: "aws_sqs_queue.q").isUnknown)
        #expect(try stacks.attribute("z", of: "aws_sqs_queue.q").isUnknown)
        #expect(stacks.problems.isEmpty)
    }

    @Test("resources as a whole: for_each over them, and filters")
    func chained() throws {
        let stacks = try configuration(
            """
            {"resource": {"aws_sqs_queue": {"q": {"for_each": "${toset([\\"a\\", \\"b\\"])}", "fifo_queue": "${each.key == \\"a\\"}"}},
              "t": {"u": {"for_each": "${aws_sqs_queue.q}", "x": "${each.value.arn}"}},
              "s": {"u": {"for_each": "${{for k, v in aws_sqs_queue.q : k => v.url if v.fifo_queue}}", "x": "${each.value}"}}}}
            """)
        #expect(try stacks.attribute("x", of: #"t.u["b"]"#).shown == #"aws_sqs_queue.q["b"].arn"#)
        #expect(stacks.addresses.suffix(1) == [#"s.u["a"]"#])
        #expect(try stacks.attribute("x", of: #"s.u["a"]"#).shown == #"aws_sqs_queue.q["a"].url"#)
    }

    @Test("dynamic blocks: one block for each element, behind those that are written")
    func dynamicBlocks() throws {
        let stacks = try configuration(
            """
            {"variable": {"more": {}, "on": {}},
             "resource": {"t": {
              "a": {"b": {"n": 0}, "dynamic": {"b": {"for_each": [1, 2], "content": {"n": "${b.value}"}}}},
              "c": {"dynamic": {"b": [{"for_each": {"k": "v"}, "iterator": "it", "content": {"n": "${it.key}${it.value}"}}]}},
              "d": {"b": {"n": 0}, "dynamic": {"b": {"for_each": "${var.more}", "content": {"n": 1}}}},
              "e": {"dynamic": {"b": {"for_each": "${var.on == \\"x\\" ? [1] : []}", "content": {"n": 1}}}},
              "f": {"dynamic": {"b": {"for_each": [1], "content": {"dynamic": {"c": {"for_each": [2], "content": {"n": "${b.value}${c.value}"}}}}}}}}}}
            """)
        #expect(try stacks.attribute("b", of: "t.a").shown == "[{n: 0}, {n: 1}, {n: 2}]")
        #expect(try stacks.attribute("b", of: "t.c").shown == "{n: kv}")
        #expect(try stacks.attribute("b", of: "t.d").shown == "[{n: 0}, ...]")
        #expect(try stacks.attribute("b", of: "t.e").shown == "[if(var.on == x; {n: 1}; -)]")
        #expect(try stacks.attribute("b.c", of: "t.f").shown == "{n: 12}")
        #expect(stacks.problems.isEmpty)
    }

    // MARK: - Modules

    @Test("modules: inputs, outputs, copies, and addresses of what they make")
    func modules() throws {
        let stacks = try configuration([
            (
                "main.tf.json",
                """
                {"module": {"q": {"source": "./queue", "for_each": "${toset([\\"a\\", \\"b\\"])}", "name": "jobs-${each.key}"},
                            "one": {"source": "../infra/queue", "name": "one"}},
                 "resource": {"t": {"u": {"x": "${module.q[\\"b\\"].arn}", "y": "${module.one.arn}", "z": "${[for k, m in module.q : m.arn]}"}}}}
                """
            ),
            (
                "infra/queue/main.tf.json",
                """
                {"variable": {"name": {"type": "string"}}, "resource": {"aws_sqs_queue": {"this": {"name": "${var.name}"}}},
                 "output": {"arn": {"value": "${aws_sqs_queue.this.arn}"}}}
                """
            ),
        ])
        #expect(
            stacks.addresses.sorted() == [
                #"module.one.aws_sqs_queue.this"#, #"module.q["a"].aws_sqs_queue.this"#, #"module.q["b"].aws_sqs_queue.this"#,
                "t.u",
            ])
        #expect(try stacks.attribute("name", of: #"module.q["a"].aws_sqs_queue.this"#).shown == "jobs-a")
        #expect(try stacks.attribute("x", of: "t.u").shown == #"module.q["b"].aws_sqs_queue.this.arn"#)
        #expect(try stacks.attribute("y", of: "t.u").shown == "module.one.aws_sqs_queue.this.arn")
        #expect(
            try stacks.attribute("z", of: "t.u").shown
                == #"[module.q["a"].aws_sqs_queue.this.arn, module.q["b"].aws_sqs_queue.this.arn]"#)
        #expect(stacks.map(\.document.path) == ["infra/main.tf.json", "infra/queue/main.tf.json"])
        #expect(stacks.map(\.resourceCount) == [1, 1])
        #expect(stacks[1].resources.allSatisfy { $0.id.stack == 1 })
        #expect(stacks.problems.isEmpty)
    }

    @Test("modules that are not there leave the root open; one that calls itself is refused")
    func missingModules() throws {
        let stacks = try configuration(
            """
            {"module": {"far": {"source": "terraform-aws-modules/sqs/aws"}, "near": {"source": "./nowhere"}, "self": {"source": "./"}},
             "resource": {"t": {"u": {"x": "${module.far.queue_arn}"}}}}
            """)
        #expect(
            stacks[0].open.map(\.reason.text) == [
                "module module.far comes from terraform-aws-modules/sqs/aws, which is not in the input",
                "module module.near, './nowhere', is not in the input", "module module.self calls itself",
            ])
        #expect(stacks.problems.map(\.code) == [.nestedTemplateNotFound, .nestedTemplateNotFound, .circularReference])
        #expect(stacks.problems[0].help.hasPrefix("Run terraform init"))
        #expect(try stacks.attribute("x", of: "t.u").shown == "module.far.queue_arn")
    }

    @Test("an argument that the module does not take, and an output that it does not give")
    func moduleMistakes() throws {
        let stacks = try configuration([
            (
                "main.tf.json",
                #"{"module": {"m": {"source": "./m", "nmae": 1}}, "resource": {"t": {"u": {"x": "${module.m.rn}"}}}}"#
            ),
            ("infra/m/main.tf.json", #"{"variable": {"name": {"default": 1}}, "output": {"arn": {"value": 1}}}"#),
        ])
        #expect(
            stacks.problems.map(\.message) == [
                "there is no variable of the module 'nmae'", "there is no output of module.m 'rn'",
            ])
        #expect(stacks.problems.map(\.help) == ["Did you mean 'name'?", "Did you mean 'arn'?"])
    }
}
