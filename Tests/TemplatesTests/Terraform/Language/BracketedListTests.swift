import Testing
import YAMLBridge

@testable import Templates

@Suite("Terraform: a list in the brackets of a list")
struct BracketedListTests {
    /// The value of the argument `x`; an open list ends in `...`.
    private func value(_ expression: String, _ blocks: String = "", files: [(path: String, text: String)] = []) throws -> String {
        let stacks = try configuration([("main.tf", "\(blocks)\nresource \"aws_t\" \"it\" {\n  x = \(expression)\n}\n")] + files)
        return try stacks.attribute("x", of: "aws_t.it").shown
    }

    private static let subnets = "resource \"aws_subnet\" \"a\" {\n  count = 2\n}\nresource \"aws_subnet\" \"one\" {}\n"

    @Test(arguments: [
        ("[\"${aws_subnet.a.*.id}\"]", "[aws_subnet.a[0].id, aws_subnet.a[1].id]"),
        ("[\"x\", aws_subnet.a[*].id]", "[x, aws_subnet.a[0].id, aws_subnet.a[1].id]"),
        ("[aws_subnet.one.id]", "[aws_subnet.one.id]"), ("[\"${split(\",\", \"a,b\")}\"]", "[a, b]"),
        ("[jsonencode([\"a\"])]", "[[a]]"),
    ])
    func splicesWhatIsKnown(_ expression: String, _ expected: String) throws {
        #expect(try value(expression, Self.subnets) == expected)
    }

    @Test(arguments: [
        ("type = \"list\"", "[, ...]"), ("type = list(string)", "[, ...]"), ("type = set(string)", "[, ...]"),
        ("type = any", "[, ...]"), ("", "[, ...]"), ("type = string", "[var.s]"), ("type = \"string\"", "[var.s]"),
        ("default = [\"a\", \"b\"]", "[a, b]"), ("default = \"a\"", "[a]"),
    ])
    func followsTheTypeOfAVariable(_ type: String, _ expected: String) throws {
        let variable = "variable \"s\" {\n  \(type)\n}\n"
        for written in ["[var.s]", "[\"${var.s}\"]", "[(var.s)]", "local.s"] {
            #expect(try value(written, variable + "locals {\n  s = [var.s]\n}\n") == expected, "\(written)")
        }
    }

    @Test("elements of lists, and names in the singular, are one each")
    func ones() throws {
        let blocks = "variable \"s\" {\n  type = \"list\"\n}\nvariable \"subnet_id\" {}\ndata \"aws_subnet\" \"d\" {}\n"
        for written in ["element(var.s, 0)", "var.s[0]", "var.subnet_id", "data.aws_subnet.d.id", "\"a-${var.s[0]}\""] {
            #expect(!(try value("[\(written)]", blocks)).contains("..."), "\(written)")
        }
        for written in ["split(\",\", var.subnet_id)", "data.aws_subnet.d.ids", "var.subnet_id == \"\" ? var.s : [\"a\"]"] {
            #expect((try value("[\(written)]", blocks)).contains("..."), "\(written)")
        }
    }

    @Test("what a module is given, and what it gives, is followed")
    func modules() throws {
        let module = ("infra/m/main.tf", "variable \"s\" {}\noutput \"s\" {\n  value = \"${var.s}\"\n}\n")
        let call = "module \"m\" {\n  source = \"./m\"\n  s = [\"${var.s}\"]\n}\n"
        #expect(try value("module.m.s", "variable \"s\" {\n  type = \"list\"\n}\n" + call, files: [module]) == "[, ...]")
        #expect(try value("module.m.s", "variable \"s\" {\n  type = string\n}\n" + call, files: [module]) == "[var.s]")
    }

    @Test("resources of other providers may take lists of lists")
    func others() throws {
        let stacks = try configuration([("main.tf", "resource \"terraform_data\" \"it\" {\n  input = [[\"a\"], [\"b\"]]\n}\n")])
        #expect(try stacks.attribute("input", of: "terraform_data.it").shown == "[[a], [b]]")
    }

    @Test("JSON writes the list as one of texts")
    func json() throws {
        let stacks = try configuration(
            #"{"variable": {"s": {"type": "list"}}, "resource": {"aws_t": {"it": {"x": ["a", "${var.s}"], "y": [{"z": ["${var.s}"]}]}}}}"#
        )
        #expect(try stacks.attribute("", of: "aws_t.it").shown == "{x: [a, ...], y: [{z: [, ...]}]}")
    }
}
