import Foundation
import TestSupport
import Testing

@testable import CEL

/// The public suite of the language, as far as it needs no protocol buffers.
@Suite struct ConformanceTests {
    @Test func failsExactlyWhereItIsKnownTo() throws {
        guard let folder = PackageFolder.shared("conformance/cel") else { return }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        var failures: [String] = []
        for name in names.filter({ $0.hasSuffix(".json") }).sorted() {
            let cases = try ConformanceCase.cases(in: folder.appending(path: name))
            let failed = cases.compactMap { test in Self.fault(of: test).map { "\(test.id)\t\($0)" } }
            print("conformance: \(name) \(cases.count - failed.count) of \(cases.count)")
            failures += failed
        }
        try Self.record(failures)
        let known = try Self.knownDifferences().union(MachineTimeZones.isThere ? [] : Self.casesWithPlaces)
        let found = Set(failures.compactMap { $0.split(separator: "\t").first.map(String.init) })
        #expect(found.subtracting(known).sorted() == [], "new failures")
        #expect(known.subtracting(found).sorted() == [], "known differences that are none any more")
    }

    /// They need the database of time zones, which a machine may lack.
    private static let casesWithPlaces = ["getDate", "getDayOfMonth_name_neg", "getDayOfYear"].map {
        "timestamps/timestamp_selectors_tz/\($0)"
    }

    /// The suite writes `\?`, which its own format reads as `?`; two cases of the copy kept the backslash.
    @Test func theTwoCasesOfBytesWithWrongDataDifferByTheBackslashAlone() throws {
        guard let folder = PackageFolder.shared("conformance/cel") else { return }
        let cases = try ConformanceCase.cases(in: folder.appending(path: "parse.json"))
        let wrong = cases.filter {
            $0.id.hasPrefix("parse/bytes_literals/triple_") && $0.id.hasSuffix("_quoted_unescaped_punctuation")
        }
        #expect(wrong.count == 2)
        for test in wrong {
            guard case .bytes(let expected)? = test.expected else {
                Issue.record("\(test.id) expects no bytes")
                continue
            }
            #expect(!test.expression.contains("\\"))
            var budget = Budget()
            let found = try Environment(variables: [:]).compile(test.expression).evaluate([String: Value](), budget: &budget)
            #expect(Self.isSame(found, .bytes(expected.filter { $0 != UInt8(ascii: "\\") })), "\(test.id)")
        }
    }

    /// What differs from the expectation; `nil` when nothing does.
    private static func fault(of test: ConformanceCase) -> String? {
        let environment = Environment(
            variables: Dictionary(
                test.declarations.compactMap(TypeText.variable).map { ($0.name, $0.type) },
                uniquingKeysWith: { first, _ in first }),
            functions: test.declarations.compactMap(TypeText.function), timeZones: MachineTimeZones.source,
            dialect: Dialect(hasTakesKeys: true, container: test.container))
        let program: Program
        do {
            program = try environment.compile(
                test.expression, expecting: nil, assuming: [], mode: test.isUnchecked ? .unchecked : .value)
        } catch {
            return "does not compile: \(error.diagnostics.map(\.message))"
        }
        if let text = test.expectedType, TypeText.type(text) != program.resultType {
            return "has the type \(program.resultType)"
        }
        return test.checksOnly ? nil : fault(of: program, test)
    }

    private static func fault(of program: Program, _ test: ConformanceCase) -> String? {
        var budget = Budget()
        do {
            let value = try program.evaluate(test.bindings, budget: &budget)
            if test.matcher == "eval_error" { return "is \(value), not an error" }
            return isSame(value, test.expected ?? .bool(true)) ? nil : "is \(value)"
        } catch {
            return test.matcher == "eval_error" ? nil : "fails: \(error.message)"
        }
    }

    /// The same value of the same type; not a number is the same as itself.
    private static func isSame(_ left: Value, _ right: Value) -> Bool {
        if case .double(let first) = left, case .double(let second) = right, first.isNaN { return second.isNaN }
        if case .list(let first) = left, case .list(let second) = right {
            return first.elements.count == second.elements.count
                && zip(first.elements, second.elements).allSatisfy(isSame)
        }
        var budget = Budget()
        guard left.runtimeType == right.runtimeType,
            case .known(true) = try? Equality.compare(left, right, &budget)
        else { return false }
        return true
    }

    private static func knownDifferences() throws -> Set<String> {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "known-differences.txt")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        return Set(lines.filter { !$0.hasPrefix("#") }.map(String.init))
    }

    /// Writes what failed, with reasons, to the file that the environment names.
    private static func record(_ failures: [String]) throws {
        guard let path = ProcessInfo.processInfo.environment["ECSLINT_CEL_FAILURES"] else { return }
        try failures.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
    }
}
