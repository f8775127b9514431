import Evaluation
import Testing
import YAMLBridge

@testable import Templates

@Suite("Terraform: many copies")
struct CopyBoundTests {
    private func load(
        _ text: String, _ limits: EvaluationLimits = .default, _ files: [(path: String, text: String)] = []
    ) throws -> [Stack] {
        try configuration([("main.tf", text)] + files, options: LoadOptions(limits: limits))
    }

    private func limits(_ stacks: [Stack]) -> [String] { stacks.flatMap(\.exceededLimits).map(\.message) }

    @Test("4,000 keys with ten settings each are read one by one, in resources as in modules")
    func many() throws {
        let keys = (0..<4_000).map { number in
            "  q\(number) = { timeout = \(number), \((0..<9).map { "a\($0) = \"some text of a setting \($0)\"" }.joined(separator: ", ")) }\n"
        }
        let locals = "locals {\n  q = {\n\(keys.joined())  }\n}\n"
        let resource = "resource \"aws_sqs_queue\" \"q\" {\n  for_each = local.q\n  delay = each.value.timeout\n}\n"
        let own = try load(locals + resource)
        #expect(own.addresses.count == 4_000)
        #expect(try own.attribute("delay", of: "aws_sqs_queue.q[\"q3999\"]").shown == "3999")
        #expect(limits(own).isEmpty)
        let call = "module \"m\" {\n  source = \"./m\"\n  for_each = local.q\n  delay = each.value.timeout\n}\n"
        let module = ("infra/m/main.tf", "variable \"delay\" {}\nresource \"aws_sqs_queue\" \"q\" {\n  delay = var.delay\n}\n")
        let called = try load(locals + call, .default, [module])
        #expect(called.addresses.count == 4_000)
        #expect(limits(called).isEmpty)
    }

    @Test("what has more copies than a run takes stands there once, and is named")
    func bound() throws {
        let text = ["a", "b", "c"].map { "resource \"t\" \"\($0)\" {\n  count = 3\n  x = t.b[0].y\n}\n" }.joined()
        let stacks = try load(text + "resource \"t\" \"d\" {\n  count = 9\n}\n", EvaluationLimits(copies: 6))
        #expect(stacks.addresses == ["t.a[0]", "t.a[1]", "t.a[2]", "t.b[0]", "t.b[1]", "t.b[2]", "t.c", "t.d"])
        #expect(
            limits(stacks) == [
                "count, for_each and dynamic blocks give more than 6 copies: left out are those of t.c, t.d"
            ])
        #expect(stacks.flatMap(\.resources).filter { $0.existence == .always }.count == 6)
    }

    @Test("range gives what Terraform gives, and says where that ends")
    func range() throws {
        func text(_ count: Int) -> String {
            "resource \"t\" \"q\" {\n  for_each = toset([for i in range(\(count)) : \"q${i}\"])\n}\n"
        }
        #expect(try load(text(1_024)).addresses.count == 1_024)
        #expect(try limits(load(text(1_025))) == ["range gives more than 1024 numbers, which Terraform refuses"])
    }

    @Test("a value that doubles ends, and says so")
    func values() throws {
        let doubled = (1..<40).map { "  l\($0) = [local.l\($0 - 1), local.l\($0 - 1)]\n" }.joined()
        let stacks = try load("locals {\n  l0 = [\"x\"]\n\(doubled)}\nresource \"t\" \"q\" {\n  x = local.l39\n}\n")
        #expect(limits(stacks) == ["functions make a list or map of more than 16777216 bytes"])
    }
}
