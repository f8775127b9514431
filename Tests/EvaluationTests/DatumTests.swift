import Evaluation
import Testing

@Suite("Data that inputs are given")
struct DatumTests {
    @Test(
        "a datum is written as a person writes it",
        arguments: [
            (Datum.null, "null"), (.text("live"), "live"), (.text(""), "''"), (.text("a b"), "'a b'"), (.text("null"), "'null'"),
            (.number("1.5"), "1.5"), (.truth(true), "true"), (.list([.text("a"), .null]), "[\"a\", null]"),
            (.map(["b": .number("2"), "a": .text("\"")]), "{\"a\": \"\\\"\", \"b\": 2}"),
        ])
    func written(_ datum: Datum, _ text: String) {
        #expect(datum.written == text)
    }

    @Test("assignments join where they do not contradict each other")
    func joining() {
        let one = Assignment(["a": .text("1")])
        #expect(one.merging(Assignment(["b": .null]))?.data.count == 2)
        #expect(one.merging(Assignment(["a": .text("2")])) == nil)
    }
}
