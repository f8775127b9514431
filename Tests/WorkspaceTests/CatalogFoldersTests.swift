import Foundation
import InstanceCatalog
import TestSupport
import Testing
import Text
import Workspace
import YAMLBridge

import struct InstanceCatalog.Decimal

@Suite("catalog folders")
struct CatalogFoldersTests {
    private let today = CivilDay(number: 20_778)

    private func importer(_ folder: String) -> CatalogImporter { CatalogImporter(folder: folder, today: today) }

    private func contents(of folder: String) throws -> [String: Data] {
        let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        var files: [String: Data] = [:]
        for name in names { files[name] = FileManager.default.contents(atPath: folder + "/" + name) }
        return files
    }

    @Test("an import fills a folder that later runs lay over the catalog")
    func importsAndOverlays() throws {
        let folder = try TemporaryFolder()
        let rates = try folder.write("region,instance_type,usd_per_hour\neu-west-1,c8i.large,0.0905\n", to: "rates.csv")
        let outcome = try importer(folder.path + "/a/b").run([rates])
        #expect(outcome.onDemandPrices == 1)
        let catalog = try CatalogFolders([folder.path + "/a/b"]).overlaid()
        #expect(catalog.onDemandPrice(of: "c8i.large", in: "eu-west-1")?.usd == Decimal("0.0905"))
    }

    @Test("the last folder wins, flags over configuration")
    func order() throws {
        let folder = try TemporaryFolder()
        for (name, price) in [("first", "0.1"), ("second", "0.2")] {
            let rates = try folder.write("region,instance_type,usd_per_hour\neu-west-1,c8i.large,\(price)\n", to: "rates.csv")
            _ = try importer(folder.path + "/" + name).run([rates])
        }
        try folder.write("catalog: [first]\n", to: "ecslint.yaml")
        let configuration = try ConfigurationFile.load(folder.path + "/ecslint.yaml", near: nil)
        let configured = try CatalogFolders([], configuration).overlaid()
        #expect(configured.onDemandPrice(of: "c8i.large", in: "eu-west-1")?.usd == Decimal("0.1"))
        let flagged = try CatalogFolders([folder.path + "/second"], configuration).overlaid()
        #expect(flagged.onDemandPrice(of: "c8i.large", in: "eu-west-1")?.usd == Decimal("0.2"))
    }

    @Test("a bad file changes nothing, whatever stands beside it")
    func atomic() throws {
        let folder = try TemporaryFolder()
        let target = folder.path + "/prices"
        let good = try folder.write("region,instance_type,usd_per_hour\neu-west-1,c8i.large,0.0905\n", to: "good.csv")
        _ = try importer(target).run([good])
        let before = try contents(of: target)
        let other = try folder.write("region,instance_type,usd_per_hour\neu-west-1,m5.large,0.5\n", to: "other.csv")
        let bad = try folder.write("{\"SpotPriceHistory\": [{", to: "bad.json")
        let found = #expect(throws: ConfigurationError.self) { _ = try importer(target).run([other, bad]) }
        #expect(found?.diagnostics.first?.file == bad)
        #expect(try contents(of: target) == before)
        #expect(throws: ConfigurationError.self) { _ = try importer(target).run([folder.path + "/missing.json"]) }
        #expect(try contents(of: target) == before)
    }

    @Test("a folder that is not there and a table that is none are errors")
    func mistakes() throws {
        let folder = try TemporaryFolder()
        let missing = #expect(throws: ConfigurationError.self) { _ = try CatalogFolders([folder.path + "/none"]).overlaid() }
        #expect(missing?.diagnostics.first?.code == "catalog")
        try folder.write("no table\n", to: "bad/provenance.tsv")
        let wrong = #expect(throws: ConfigurationError.self) { _ = try CatalogFolders([folder.path + "/bad"]).overlaid() }
        #expect(wrong?.diagnostics.first?.file?.hasSuffix("bad/provenance.tsv") == true)
    }
}
