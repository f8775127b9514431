import Rules
import TestSupport
import Testing
import Workspace

@Suite("Files that Terragrunt writes into a module")
struct TerragruntTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private static let module = "resource \"aws_sqs_queue\" \"jobs\" {\n  name = \"${var.env}-${local.region}\"\n}\n"
    private static let declaration = "variable \\\"env\\\" {}\\nlocals {\\n  region = 1\\n}\\n"

    private static func generate(_ contents: String, path: String = "common.tf") -> String {
        "generate \"common\" {\n  path = \"\(path)\"\n  if_exists = \"overwrite\"\n  contents = \(contents)\n}\n"
    }

    /// Names that are said to be missing, of the module at `path` and below.
    private func missing(_ files: [String: String], below path: String = "") throws -> [String] {
        for (name, text) in files { try folder.write(text, to: name) }
        var options = LintOptions()
        options.paths = [folder.path + "/" + path]
        options.readsTerraformLanguage = true
        return LintSession(options).run().findings.filter { $0.rule == "TPL002" }.map(\.message)
    }

    private static let both = ["there is no variable 'env'", "there is no local value 'region'"]

    @Test(
        "a unit of the module's own folder",
        arguments: [
            "\"\(declaration)\"",
            "<<-EOF\n    variable \"env\" { default = \"${local.x}\" }\n    locals { region = \"$${var.env}\" }\n  EOF",
            "local.text", "file(\"common.tpl\")", "templatefile(\"common.tpl\", {})", "run_cmd(\"make\")",
            "\"variable \\\"${local.x}\\\" {}\"", "\"not { configuration\"",
        ])
    func own(_ contents: String) throws {
        let locals = "locals {\n  text = \"\(Self.declaration)\"\n}\n"
        let files = [
            "app/main.tf": Self.module, "app/terragrunt.hcl": locals + Self.generate(contents),
            "app/common.tpl": "variable \"env\" {}\nlocals {\n  region = \"${x}\"\n}\n",
        ]
        #expect(try missing(files).isEmpty)
    }

    @Test(
        "what is not generated is missing",
        arguments: [
            "inputs = {\n  env = \"live\"\n  region = 1\n}\n", generate("\"\(declaration)\"", path: "notes.txt"),
            generate("\"\(declaration)\"").replacing("path =", with: "disable = true\n  path ="),
            "terraform {\n  source = \"../other\"\n}\n" + generate("\"\(declaration)\""),
            "include {\n  path = \"../absent/root.hcl\"\n  merge_strategy = \"no_merge\"\n}\n",
        ])
    func others(_ unit: String) throws {
        #expect(try missing(["app/main.tf": Self.module, "app/terragrunt.hcl": unit]) == Self.both)
    }

    @Test("one name is, the other is not")
    func one() throws {
        let unit = Self.generate("\"variable \\\"env\\\" {}\"")
        #expect(try missing(["app/main.tf": Self.module, "app/terragrunt.hcl": unit]) == [Self.both[1]])
    }

    @Test(
        "an included file writes for the module that the unit runs",
        arguments: [
            ("include \"root\" {\n  path = find_in_parent_folders(\"root.hcl\")\n}\n", "source = \"../../modules//app\""),
            ("include {\n  path = \"../../root.hcl\"\n}\n", "source = \"${get_terragrunt_dir()}/../../modules/app\""),
            (
                "include {\n  path = \"${dirname(find_in_parent_folders(\"root.hcl\"))}/root.hcl\"\n}\n",
                "source = \"git::ssh://git@example.com/acme/infra.git//modules/app?ref=v1\""
            ),
            ("include {\n  path = find_in_parent_folders()\n}\n", "source = local.somewhere"),
        ])
    func included(_ include: String, _ source: String) throws {
        let files = [
            "root.hcl": Self.generate("\"\(Self.declaration)\""),
            "live/app/terragrunt.hcl": include + "terraform {\n  \(source)\n}\n",
            "modules/app/main.tf": Self.module,
        ]
        #expect(try missing(files).isEmpty)
    }

    @Test("the included file may say where the module is, and the unit's own block takes the place of its")
    func merged() throws {
        let source = "terraform {\n  source = \"${get_parent_terragrunt_dir()}/modules//${path_relative_to_include()}\"\n}\n"
        let include = "include \"root\" {\n  path = find_in_parent_folders(\"root.hcl\")\n}\n"
        let files = [
            "root.hcl": source + Self.generate("\"\(Self.declaration)\""), "app/terragrunt.hcl": include,
            "modules/app/main.tf": Self.module,
        ]
        #expect(try missing(files).isEmpty)
        let own = include + Self.generate("\"variable \\\"other\\\" {}\"")
        #expect(try missing(["app/terragrunt.hcl": own]) == Self.both)
    }

    @Test(
        "a folder above writes for those below; nothing is read outside of the roots, and what stands there may declare anything")
    func roots() throws {
        let files = [
            "live/terragrunt.hcl": Self.generate("\"\(Self.declaration)\""), "live/app/main.tf": Self.module,
            "app/main.tf": Self.module,
        ]
        #expect(try missing(files, below: "live").isEmpty)
        #expect(try missing([:], below: "live/app") == Self.both)
        #expect(try missing([:]) == Self.both)
        #expect(
            try missing(
                ["live/app/terragrunt.hcl": "include {\n  path = find_in_parent_folders()\n}\n"], below: "live/app"
            ).isEmpty)
    }

    @Test("copies in Terragrunt's cache are no input")
    func cache() throws {
        #expect(try missing(["app/.terragrunt-cache/a/b/main.tf": Self.module, "app/main.tf": "locals {}\n"]).isEmpty)
    }
}
