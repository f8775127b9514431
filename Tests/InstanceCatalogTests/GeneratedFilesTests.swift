import Foundation
import InstanceCatalog
import struct InstanceCatalog.Decimal
import TestSupport
import Testing

@Suite struct GeneratedFilesTests {
    @Test func theListOfEmbeddedFilesIsFresh() throws {
        let result = try Repository.run("sh", ["scripts/generate-embedded-files", "--check"])
        #expect(result.status == 0, "\(result.output)")
    }

    @Test func theTablesAreThoseOfTheirSources() throws {
        guard let source = PackageFolder.shared("catalog-data-2") else { return }
        let fresh = FileManager.default.temporaryDirectory.appending(path: "catalog-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: fresh, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: fresh) }
        let result = try Repository.run("python3", ["-B", "scripts/build-catalog", source.path, fresh.path])
        #expect(result.status == 0, "\(result.output)")
        let compared = try Repository.run(
            "diff", ["-r", "--exclude=SOURCES.md", fresh.path, Repository.root.appending(path: "catalog").path])
        #expect(compared.status == 0, "\(compared.output.prefix(500))")
    }

    @Test func everyOnDemandPriceIsThatOfTheSource() throws {
        guard let source = PackageFolder.shared("catalog-data-2") else { return }
        let text = try String(contentsOf: source.appending(path: "on_demand_linux_usd_hour.csv"), encoding: .utf8)
        var compared = 0
        for line in text.split(separator: "\n").dropFirst() {
            let columns = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            let price = InstanceCatalog.builtIn.onDemandPrice(of: columns[1], in: columns[0])
            #expect(price?.usd == Decimal(columns[2]) && price?.asOf == columns[3], "\(line)")
            compared += 1
        }
        #expect(compared > 20_000)
    }
}
