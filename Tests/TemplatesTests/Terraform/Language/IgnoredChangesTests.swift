import Testing
import YAMLBridge

@testable import Templates

@Suite("Terraform: ignore_changes, and comments in lists")
struct IgnoredChangesTests {
    private func names(_ written: String) throws -> String {
        let stacks = try configuration([
            ("main.tf", "resource \"aws_ecs_service\" \"w\" {\n  lifecycle {\n    ignore_changes = \(written)\n  }\n}\n")
        ])
        #expect(stacks.problems.isEmpty)
        return try stacks.attribute("lifecycle.ignore_changes", of: "aws_ecs_service.w").shown
    }

    @Test(arguments: [
        ("[desired_count]", "[desired_count]"), ("[\"desired_count\", task_definition]", "[desired_count, task_definition]"),
        ("[ # why\n  desired_count, // not tags,\n  /* x, */ tags /* y */\n  # z\n]", "[desired_count, tags]"),
        ("/* c */ [desired_count] # all", "[desired_count]"), ("all", "all"), ("all // every one", "all"), ("\"all\"", "all"),
        ("[\"*\"]", "[all]"), ("[\"${desired_count}\"]", "[desired_count]"), ("[]", "[]"),
        ("[capacity_provider_strategy[0].weight, tags[\"a\"]]", "[capacity_provider_strategy[0].weight, tags[\"a\"]]"),
    ])
    func takesTheNamesAsTheyAreWritten(_ written: String, _ expected: String) throws {
        #expect(try names(written) == expected)
    }

    @Test(arguments: [("\"all\"", "all"), ("[\"desired_count\"]", "[desired_count]"), ("[\"*\"]", "[all]")])
    func takesThemFromJSON(_ written: String, _ expected: String) throws {
        for block in ["{\"ignore_changes\": \(written)}", "[{\"ignore_changes\": \(written)}]"] {
            let stacks = try configuration("{\"resource\": {\"aws_ecs_service\": {\"w\": {\"lifecycle\": \(block)}}}}")
            let lifecycle = try stacks.attribute("lifecycle", of: "aws_ecs_service.w")
            #expect(lifecycle.block.member("ignore_changes").shown == expected)
        }
    }

    @Test("comments stand between the parts of lists, objects and calls")
    func comments() throws {
        let stacks = try configuration([
            (
                "main.tf",
                """
                resource "t" "it" {
                  list = [ # one ]
                    "a", // "b",
                    /* "c", */ "d" # e
                    // f
                  ]
                  object = { // }
                    # a = 0
                    a = 1 # , b = 2
                    /* c = 3 */
                    d = [ /* 5 */ 6 ] // ]
                  }
                  call = concat( # )
                    ["x"], // ["y"]
                    /* ["z"] */
                    ["w"] # )
                  )
                  text = "# no comment // nor this /* or this */"
                  both = [{ a = 1 /* 2 */ }, # {
                    {
                      # nothing
                    }
                  ]
                }
                """
            )
        ])
        #expect(
            try stacks.only("").shown
                == "{both: [{a: 1}, {}], call: [x, w], list: [a, d], object: {a: 1, d: [6]}, text: # no comment // nor this /* or this */}"
        )
        #expect(stacks.problems.isEmpty)
    }
}
