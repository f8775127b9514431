import Testing
import Text

@Suite("Did you mean")
struct NearestNameTests {
    private static let names = ["severity", "select", "ignore", "failOn"]

    @Test(arguments: [
        ("severty", "severity"), ("Select", "select"), ("slect", "select"), ("failon", "failOn"), ("ignroe", "ignore"),
    ])
    func slips(name: String, meant: String) {
        #expect(NearestName.closest(to: name, among: Self.names) == meant)
        #expect(NearestName.question(for: name, among: Self.names) == "Did you mean '\(meant)'?")
    }

    @Test(arguments: ["", "parameters", "xyz"])
    func others(name: String) {
        #expect(NearestName.closest(to: name, among: Self.names) == nil)
        #expect(NearestName.help(for: name, among: Self.names) == "Known are: severity, select, ignore, failOn.")
    }

    @Test func beginnings() {
        #expect(NearestName.completion(of: "sev", among: Self.names) == "severity")
        #expect(NearestName.completion(of: "se", among: Self.names) == nil, "two letters say too little")
    }

    @Test func longNamesTakeNoTime() {
        let long = String(repeating: "a", count: 1_000_000)
        #expect(NearestName.closest(to: long, among: [long + "b"]) == long + "b")
    }
}
