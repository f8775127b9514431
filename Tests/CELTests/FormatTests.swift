import CEL
import Foundation
import TestSupport
import Testing

@Suite struct FormatTests {
    @Test(arguments: [
        ("'%s costs %.2f'.format(['jobs', 12.345])", "jobs costs 12.35"), ("'%.2f'.format([0.125])", "0.12"),
        ("'%.0f %.0f'.format([0.5, 1.5])", "0 2"), ("'%.1f'.format([9.96])", "10.0"), ("'%.3f'.format([-0.0001])", "-0.000"),
        ("'%e'.format([0.0])", "0.000000e+00"), ("'%.1e'.format([9.96])", "1.0e+01"), ("'%.2e'.format([1e-300])", "1.00e-300"),
        ("'%d%%'.format([5])", "5%"), ("'%x %X'.format([-255, 'o'])", "-ff 6F"),
        ("'%s'.format([[1, 2.0, null]])", "[1, 2, null]"),
    ])
    func writes(_ source: String, _ expected: String) throws {
        #expect(try text(source) == expected)
    }

    @Test func decimalsAreThoseOfTheCLibrary() throws {
        let seed: UInt64 = 11
        print("format: seed \(seed)")
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<300 {
            let number = Double(bitPattern: generator.next())
            let value = number.isFinite ? number : Double.random(in: -1000...1000, using: &generator)
            let places = Int.random(in: 0...20, using: &generator)
            for verb in ["f", "e"] {
                let format = "%.\(places)\(verb)"
                let found = try text("text.format([factor])", ["text": .string(format), "factor": .double(value)])
                #expect(found == String(format: format, value))
            }
        }
    }

    @Test(arguments: ["'%d'.format([])", "'%q'.format([1])", "'%'.format([1])", "'%.200f'.format([1.0])", "'%.2d'.format([1])"])
    func otherFormatsFail(_ source: String) {
        #expect(failure(source)?.kind == .badArgument)
    }
}
