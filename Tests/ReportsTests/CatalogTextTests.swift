import InstanceCatalog
import Reports
import Testing
import Text

@Suite struct CatalogTextTests {
    private let catalog = InstanceCatalog.builtIn

    @Test func infoShowsSourcesWithDates() {
        let text = CatalogText.info(catalog, today: CivilDay(year: 2026, month: 12, day: 1))
        #expect(text.contains("EC2 on demand           2026-02-07  16,864  AWS Price List API"))
        #expect(text.contains("undated"))
        #expect(text.contains("eu-west-1 "))
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
    }

    @Test func showSaysWhatAnInstanceRegistersAndCosts() throws {
        let type = try #require(catalog.instanceType("t3a.small"))
        let text = CatalogText.show(type, regions: ["us-east-1"], catalog: catalog)
        #expect(text.contains("1907 MiB (measured 2025-12"))
        #expect(text.contains("us-east-1    0.0188  2026-07-20"))
    }

    @Test func aPriceThatIsNotThereIsADash() throws {
        let type = try #require(catalog.instanceType("c8i.large"))
        let text = CatalogText.show(type, regions: ["eu-west-1"], catalog: catalog)
        #expect(text.split(separator: "\n").last?.contains("-  ") == true)
        #expect(!text.contains("0.0000"))
    }

    @Test func listFitsAHundredColumns() {
        let text = CatalogText.list(catalog.instanceTypes, region: "us-east-1", catalog: catalog)
        #expect(text.split(separator: "\n").count == catalog.instanceTypes.count + 2)
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
    }
}
