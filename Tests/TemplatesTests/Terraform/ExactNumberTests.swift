import Evaluation
import Testing

@testable import Templates

@Suite("Numbers of Terraform's language")
struct ExactNumberTests {
    @Test(
        "texts",
        arguments: [
            ("0", "0"), ("-0", "0"), ("007", "7"), ("1.50", "1.5"), ("1e3", "1000"), ("1.5E-3", "0.0015"), ("-2.0", "-2"),
            ("0.000", "0"),
            ("12345678901234567890123456789012345678", "12345678901234567890123456789012345678"),
        ])
    func texts(text: String, shown: String) { #expect(ExactNumber(text)?.text == shown) }

    @Test(
        "what is not a number, or too large to keep",
        arguments: [
            "", "-", "a", "1.", ".5", "1e", "1e+", "0x10", "1 ", "1_000", "1e999999999",
            "999999999999999999999999999999999999999999",
        ])
    func refused(text: String) { #expect(ExactNumber(text) == nil) }

    @Test("arithmetic is exact, and a quotient without end is marked")
    func arithmetic() throws {
        let tenth = try #require(ExactNumber("0.1"))
        #expect(tenth.plus(ExactNumber("0.2") ?? tenth)?.text == "0.3")
        #expect(ExactNumber(1).divided(by: ExactNumber(8))?.text == "0.125")
        let third = try #require(ExactNumber(1).divided(by: ExactNumber(3)))
        #expect(third.isRounded)
        #expect(third.times(ExactNumber(3)) == nil)
        #expect(third.ceiling?.text == "1")
        #expect(third.isLess(than: ExactNumber(1)) == true)
        #expect(third.equals(third) == nil)
        #expect(ExactNumber(-7).remainder(dividingBy: ExactNumber(3))?.text == "-1")
        #expect(ExactNumber(-7).remainder(dividingBy: ExactNumber(-1))?.text == "0")
        #expect(ExactNumber(1).divided(by: ExactNumber(0)) == nil)
        #expect(ExactNumber(-3).divided(by: ExactNumber(2))?.floor?.text == "-2")
    }

    @Test("nothing overflows")
    func overflow() throws {
        let large = try #require(ExactNumber("99999999999999999999999999999999999999"))
        #expect(large.times(large) == nil)
        #expect(large.plus(large) == nil)
        #expect(large.plus(ExactNumber(1))?.text == "100000000000000000000000000000000000000")
        #expect(large.divided(by: ExactNumber("0.00000001") ?? large) == nil)
        #expect(ExactNumber("1e-36")?.plus(large) == nil)
        #expect(ExactNumber("1e-36")?.isLess(than: large) == nil)
    }
}
