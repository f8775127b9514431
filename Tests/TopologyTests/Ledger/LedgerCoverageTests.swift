import Foundation
import PropertyLedger
import TestSupport
import Testing

@testable import Topology

/// Holds the property ledger against the model's table, the rules and, where they are there, the schemas that it was made of.
@Suite struct LedgerCoverageTests {
    private static func tables() -> [(type: String, table: LedgerTable, reading: ReadPaths)] {
        PropertyLedger.tabledTypes.compactMap { type in
            PropertyLedger.embedded.table(of: type).map { (type, $0, ReadPaths(of: type)) }
        }
    }

    @Test func everyPropertyAndValueIsClassed() {
        var rows = 0
        for (type, table, reading) in Self.tables() {
            for row in table.rows {
                rows += 1
                if PropertyStatus(row, in: table, reading: reading) == .unclassed {
                    Issue.record("\(type).\(row.path) has no class")
                }
            }
        }
        #expect(rows > 4_500)
    }

    @Test func whatTheTableReadsHasNoOtherClass() {
        for (type, table, reading) in Self.tables() {
            for path in reading.fields.keys {
                guard let found = table.propertyClass(of: path), table.row(at: path) != nil else { continue }
                if table.row(at: path)?.ownClass != nil { Issue.record("\(type).\(path) has a class, and the table reads it") }
                if case .read = found { continue }
                Issue.record("\(type).\(path) is classed \(found), and the table reads it")
            }
        }
    }

    /// Everything that the table reads is in the ledger, as a row or in JSON that a row holds. Structures that several types
    /// share have spellings of each of them, so a path may be missing where the field has another one.
    @Test func everythingThatTheTableReadsIsThere() {
        var found: Set<String> = []
        var missing: [String: [String]] = [:]
        for (type, table, reading) in Self.tables() {
            for (path, fields) in reading.fields {
                var rest = path
                while table.row(at: rest) == nil, let end = rest.lastIndex(of: ".") { rest = String(rest[..<end]) }
                let row = table.row(at: rest)
                let isThere = row.map { $0.path == path || $0.form == .free || $0.form == .value } ?? false
                let names = fields.map { "\(type.hasPrefix("AWS::")) \($0)" }
                if isThere {
                    found.formUnion(names)
                } else {
                    for name in names { missing[name, default: []].append("\(type).\(path)") }
                }
            }
        }
        for (name, paths) in missing where !found.contains(name) {
            Issue.record("the ledger does not have \(paths), read as \(name)")
        }
    }

    @Test func everyTypeOfTheModelHasATable() {
        let tabled = Set(PropertyLedger.tabledTypes)
        let types = ModelSchema.builtIn.kinds.flatMap(\.resourceTypes) + ModelSchema.builtIn.terraformTypes
        for type in Set(types) where !tabled.contains(type) && !type.hasPrefix("Custom::") {
            Issue.record("\(type) has no table")
        }
    }

    @Test func reasonsAreShortAndRulesAreThere() throws {
        let folder = PackageFolder.root.appending(path: "rules.d")
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
        let rules = Set(files.map { String($0.lastPathComponent.prefix(6)) }).union(["cost"])
        for (type, table, _) in Self.tables() {
            for row in table.rows {
                switch row.ownClass {
                case .irrelevant(let reason):
                    #expect((5...15).contains(reason.split(separator: " ").count), "\(type).\(row.path): \(reason)")
                case .decides(let named):
                    #expect(!named.isEmpty && Set(named).isSubset(of: rules), "\(type).\(row.path): \(named)")
                case .read(let use): #expect(!use.isEmpty, "\(type).\(row.path)")
                case nil: break
                }
            }
        }
    }

    /// Columns of a table of facts by their names.
    private static func facts(_ name: String) throws -> [[String: String]]? {
        guard let url = PackageFolder.shared("schemas/aws-properties/\(name)") else { return nil }
        let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
            .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
        guard let header = lines.first else { return [] }
        return lines.dropFirst().map { Dictionary(zip(header, $0), uniquingKeysWith: { first, _ in first }) }
    }

    @Test(arguments: ["cloudformation.tsv", "terraform.tsv"])
    func nothingOfTheSchemasIsMissing(name: String) throws {
        guard let facts = try Self.facts(name) else { return }
        var rows = 0
        for fact in facts where fact["group"] == "read" {
            guard let type = fact["type"], let path = fact["path"]?.replacing("[]", with: "") else { continue }
            rows += 1
            if PropertyLedger.embedded.table(of: type)?.row(at: path) == nil { Issue.record("\(type).\(path) is missing") }
        }
        #expect(rows > 2_000)
    }
}
