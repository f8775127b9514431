import Testing
import Text

@Suite struct ByteSearchTests {
    @Test(arguments: [
        ("arn:aws:cloudwatch:eu-west-1:1:alarm:Old", true), (":alarm:", true), (":alarm", false), ("", false), ("::alarm:", true),
    ])
    func findsBytes(text: String, isThere: Bool) {
        #expect(text.holds(":alarm:") == isThere)
    }

    @Test func ignoresTheCaseOfLettersOnly() {
        #expect("HighAlARMName".holds("alarm", ignoresCase: true))
        #expect(!"HighAlARMName".holds("alarm"))
        #expect(!"a\u{212A}b".holds("k", ignoresCase: true))
        #expect("x".holds(""))
    }
}
