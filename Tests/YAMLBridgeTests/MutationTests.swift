import Testing
import YAMLBridge

/// Broken texts neither crash nor give places outside the text.
@Suite struct MutationTests {
    /// SplitMix64, so that a failure can be repeated.
    struct Random: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var value = state
            value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
            value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
            return value ^ (value >> 31)
        }
    }

    static let seeds = [
        "a: &x !Sub 'it''s ${Y}'\nb: [1, {c: d}, *x]\nc: |+2\n    text\n  more\n\nd: >-\n  folded\n  text\n\n    é deep\n",
        "Résumé: \"tab\\t\\u00e9\\\n   next\n\n  line\"\n? complex\n: - x\n  -\n  - !Ref A\n---\n<<: {a: b}\n",
        "{\"a\": [1, -2.5e3, true, null, \"\\ud83d\\ude00 é\\n\"], \"b\": {\"c\": \"d\", \"c\": {}}, \"k\u{1F600}\": []}",
        "%YAML 1.1\n%TAG !e! tag:e,2000:\n--- !e!x\nplain\n text over\n\n lines # c\n...\n",
    ]

    @Test(arguments: seeds.indices)
    func brokenTextsAreReadOrRefused(seed: Int) {
        var random = Random(state: UInt64(seed) &+ 42)
        let valid = Array(Self.seeds[seed].utf8)
        var refused = 0
        let rounds = 1_500
        for round in 0..<rounds {
            let bytes = mutate(valid, &random)
            let path = ["a.yaml", "a.json", "a.template"][round % 3]
            do {
                let document = try Document.parse(bytes, path: path)
                checkSpans(of: document)
                document.warnings.forEach { check($0, bytes) }
            } catch {
                refused += 1
                check(error.diagnostic, bytes)
            }
        }
        #expect(refused > 0 && refused < rounds)
    }

    private func mutate(_ valid: [UInt8], _ random: inout Random) -> [UInt8] {
        var bytes = valid
        for _ in 0..<Int.random(in: 0...3, using: &random) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<5, using: &random) {
            case 0: bytes.removeSubrange(place...)
            case 1: bytes[place] = UInt8.random(in: 0...255, using: &random)
            case 2: bytes.remove(at: place)
            case 3: bytes.insert(Array("\n\t {}[]\"'\\:&*!|>#%\r\u{85}".utf8).randomElement(using: &random) ?? 0, at: place)
            default: bytes += bytes[place...]
            }
        }
        return bytes
    }

    private func check(_ diagnostic: ParseDiagnostic, _ bytes: [UInt8]) {
        let lines = bytes.count { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } + 1
        for span in [diagnostic.span] + diagnostic.related.map(\.span) {
            #expect(span.start >= at(1, 1) && span.start <= span.end)
            #expect(span.end.line <= lines && span.end.column <= bytes.count * 3 + 1)
        }
        #expect(!diagnostic.message.isEmpty)
    }
}
