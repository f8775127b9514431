import Testing

@testable import CEL

@Suite struct MutationTests {
    @Test(arguments: [
        ("q.max >= 3", ["q.max > 3", "q.max >= 4"]),
        (
            "a == 1 && b || !c",
            ["a != 1 && b || !c", "a == 2 && b || !c", "a == 1 || b || !c", "a == 1 && b && !c", "a == 1 && b || c"]
        ),
        ("text in ['x', '']", ["text in ['y', '']"]),
        ("b == true", ["b != true", "b == false"]),
        ("text.matches('a+')", []),
        ("q.consumers.all(c, 1.5 < q.price)", ["q.consumers.all(c, 2.5 < q.price)", "q.consumers.all(c, 1.5 <= q.price)"]),
        ("not an expression", []),
        ("9223372036854775807 < a", ["0 < a", "9223372036854775807 <= a"]),
    ])
    func replaceComparisonsConstantsAndBooleans(_ source: String, _ expected: [String]) {
        #expect(Set(Mutation.all(of: source).map(\.source)) == Set(expected))
    }

    @Test func sayWhatStoodThere() throws {
        let mutation = try #require(Mutation.all(of: "a >= 3").first)
        #expect(mutation.original == ">=" && mutation.replacement == ">" && mutation.range == 2..<4)
    }
}
