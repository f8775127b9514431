import Evaluation
import Testing
import YAMLBridge

@testable import Templates

@Suite("Terraform: templates that data sources render")
struct RenderedDataTests {
    private static let script = "ECS_CLUSTER=${cluster}\n%{ if large == \"true\" }ECS_RESERVED_MEMORY=${reserve}\n%{ endif }"

    private func value(_ expression: String, _ blocks: String) throws -> Value {
        var options = LoadOptions()
        options.terraformFile = { path, _ in path == "./boot.sh" || path == "boot.sh" ? Array(Self.script.utf8) : nil }
        let stacks = try configuration(
            [
                (
                    "main.tf",
                    "resource \"aws_ecs_cluster\" \"c\" {}\nvariable \"name\" {}\n\(blocks)\nresource \"t\" \"it\" {\n  x = \(expression)\n}\n"
                )
            ], options: options)
        #expect(stacks.problems.isEmpty)
        return try stacks.attribute("x", of: "t.it")
    }

    @Test("template_file: from a file, with its variables as texts")
    func file() throws {
        for vars in ["vars = {", "vars {"] {
            let block = """
                data "template_file" "d" {
                  template = "${file("${path.module}/boot.sh")}"
                  \(vars)
                    cluster = "jobs"
                    large   = true
                    reserve = 512
                  }
                }
                """
            #expect(try value("data.template_file.d.rendered", block).shown == "ECS_CLUSTER=jobs\nECS_RESERVED_MEMORY=512\n")
        }
    }

    @Test("template_file: parts that are not known keep their place, in the template as in its variables")
    func unknownParts() throws {
        let block = """
            data "template_file" "d" {
              count    = 1
              template = <<EOF
            A=$${a}
            B=${var.name}
            C=$${c}
            EOF
              vars = { a = aws_ecs_cluster.c.name, c = "x" }
            }
            """
        let expected = "A=${aws_ecs_cluster.c.name}\nB=${var.name}\nC=x\n"
        #expect(try value("data.template_file.d[0].rendered", block).shown == expected)
        #expect(try value("base64encode(data.template_file.d.0.rendered)", block).shown == expected)
    }

    @Test("what is not known, or no template, is unknown")
    func unknown() throws {
        for template in ["file(\"absent.sh\")", "var.name", "\"$${\""] {
            let block = "data \"template_file\" \"d\" {\n  template = \(template)\n}\n"
            #expect(try value("data.template_file.d.rendered", block).isOpaque, "\(template)")
        }
    }

    @Test("cloudinit_config: the contents of the parts, in base64 where it packs them", arguments: ["", "template_"])
    func cloudConfig(_ prefix: String) throws {
        func block(_ settings: String, _ content: String) -> String {
            "data \"\(prefix)cloudinit_config\" \"d\" {\n  \(settings)\n  part {\n    content = \(content)\n  }\n  part {\n    content = \"b\"\n  }\n}\n"
        }
        let reference = "data.\(prefix)cloudinit_config.d.rendered"
        #expect(try value("base64decode(\(reference))", block("", "\"a\"")).shown == "a\nb\n")
        let plain = "gzip = false\n  base64_encode = false"
        #expect(try value(reference, block(plain, "\"a\"")).shown == "a\nb\n")
        #expect(try value(reference, block("", "\"x=${aws_ecs_cluster.c.name}\"")).shown == "x=${aws_ecs_cluster.c.name}\nb\n")
        #expect(try value(reference, block(plain, "var.name")).shown == "${var.name}\nb\n")
    }
}
