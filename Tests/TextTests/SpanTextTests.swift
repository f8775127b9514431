import Testing

@testable import Text

struct SpanTextTests {
    @Test(
        arguments: [
            (0, "0 s"), (1, "1 s"), (0.256, "0.26 s"), (90, "90 s"), (119, "119 s"), (120, "2 min"), (300, "5 min"),
            (1_000, "16.7 min"), (7_200, "2 h"), (95_400, "26.5 h"), (345_600, "4 days"), (-300, "-5 min"),
            (.infinity, "inf s"),
        ] as [(Double, String)])
    func aSpanIsSaidAsPeopleDo(_ seconds: Double, _ expected: String) {
        #expect(SpanText.text(seconds: seconds) == expected)
    }
}
