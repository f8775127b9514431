import Foundation
import TestSupport
import Testing

@Suite("The real binary")
struct EndToEndTests {
    /// `ECSLINT_UPDATE=1` writes what the program says now; look at the difference before committing it.
    private static let isUpdating = ProcessInfo.processInfo.environment["ECSLINT_UPDATE"] == "1"

    @Test("there are cases to run")
    func hasCases() {
        #expect(EndToEndCase.all.count >= 4)
    }

    @Test("says what it is expected to say", arguments: EndToEndCase.all)
    func wholeOutput(_ example: EndToEndCase) throws {
        let run = try example.run()
        try #require(!run.isKilled, "a signal ended it: \(run.errors)")
        if Self.isUpdating {
            try example.write(run.output, to: "stdout")
            try example.write(run.errors, to: "stderr")
            try example.write("\(run.status)\n", to: "status")
            return
        }
        #expect(example.text("status")?.trimmed == "\(run.status)")
        #expect(example.text("stdout") == run.output, "\(Difference(from: example.text("stdout") ?? "", to: run.output))")
        #expect(example.text("stderr") == run.errors, "\(Difference(from: example.text("stderr") ?? "", to: run.errors))")
    }
}
