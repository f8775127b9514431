import InstanceCatalog
import Reports
import Testing

@Suite struct CatalogTextTests {
    private let catalog = InstanceCatalog.builtIn

    @Test func infoShowsSourcesWithDates() {
        let text = CatalogText.info(catalog)
        #expect(text.contains("EC2 on demand      2025-04-04  13,509  yeo/ec2.shop"))
        #expect(text.contains("undated"))
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
    }

    @Test func showSaysWhatAnInstanceRegistersAndCosts() throws {
        let type = try #require(catalog.instanceType("t3a.small"))
        let text = CatalogText.show(type, regions: ["us-east-1"], catalog: catalog)
        #expect(text.contains("1894 MiB (estimated as 92.5 % of nominal)"))
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
