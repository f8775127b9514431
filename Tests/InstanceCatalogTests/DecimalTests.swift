import InstanceCatalog
import Testing

@Suite struct DecimalTests {
    private func decimal(_ text: String) throws -> Decimal {
        try #require(Decimal(text))
    }

    @Test(arguments: ["0", "730", "0.0188", "-3.5", "0.000000000001", "99999999999999999999999999"])
    func readsPlainNumbersAndWritesThemBack(_ text: String) throws {
        #expect(try decimal(text).description == text)
    }

    @Test(arguments: [
        "", "-", ".", ".5", "5.", "1e3", "1,000", " 1", "1 ", "+-1", "0x10", "1.0000000000001", "1..2",
        "100000000000000000000000000", "NaN", "٣",
    ])
    func refusesWhatIsNoPlainNumber(_ text: String) {
        #expect(Decimal(text) == nil)
    }

    @Test func addsAndMultipliesExactly() throws {
        #expect(try decimal("0.1") + decimal("0.2") == decimal("0.3"))
        #expect(try decimal("0.0188") * 730 * 3 == decimal("41.172"))
        #expect(try decimal("0.5") * decimal("0.04048") + decimal("0.004445") == decimal("0.024685"))
        #expect(try decimal("1") - decimal("1.5") == decimal("-0.5"))
    }

    @Test func takesAPercentage() throws {
        #expect(try decimal("0.0188").percent(65) == decimal("0.01222"))
        #expect(try decimal("200").percent(decimal("12.5")) == 25)
    }

    @Test func dividesRoundingHalfAwayFromZero() throws {
        #expect(try decimal("1").divided(by: 3)?.description == "0.333333333333")
        #expect(try decimal("2").divided(by: 3)?.description == "0.666666666667")
        #expect(try decimal("-2").divided(by: 3)?.description == "-0.666666666667")
        #expect(try decimal("5").divided(by: 0) == nil)
    }

    @Test func roundsHalfUpForDisplay() throws {
        #expect(try decimal("0.125").text(places: 2) == "0.13")
        #expect(try decimal("-0.125").text(places: 2) == "-0.13")
        #expect(try decimal("18.02005").text(places: 2) == "18.02")
        #expect(try decimal("1657.1").text(places: 2, grouped: true) == "1,657.10")
        #expect(try decimal("1234567").text(places: 0, grouped: true) == "1,234,567")
        #expect(try decimal("999.999").text(places: 2, grouped: true) == "1,000.00")
    }

    @Test func writesJSONWithAtMostSixDecimals() throws {
        #expect(try decimal("5.73614655").jsonText == "5.736147")
        #expect(try decimal("27.448").jsonText == "27.448")
        #expect(try decimal("100").jsonText == "100")
        #expect(try decimal("-0.0000001").jsonText == "0")
    }

    @Test func staysAtTheBoundInsteadOfStopping() throws {
        let large = try decimal("99999999999999999999999999")
        #expect(large * Int.max > large)
        #expect(large * large > large)
        #expect(large * Int.min < 0)
        #expect((large * Int.max + large * Int.max) > 0)
        #expect(large.percent(large) > large)
    }

    @Test func buildsFromSignificandAndScale() throws {
        #expect(try Decimal(significand: 188, scale: 4) == decimal("0.0188"))
        #expect(Decimal(significand: 1, scale: 13) == nil)
    }
}
