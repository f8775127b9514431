import Testing

@testable import PropertyLedger

@Suite struct LedgerTableTests {
    private static let text = """
        #path\tform\tsince\tversion\tclass\ttext
        A\tb
        A.B\tb\t\t\tirrelevant\tit is only for people
        A.B.C\tv
        A.D\tv\t2024-05-01\t5.48.0
        A.D=ONE\t=
        A.D=TWO\t=\t2025-05-01\t\tdecides\tECS007,cost
        AB\tv
        Arn\tc
        """

    private func table(asOf day: String = "") -> LedgerTable {
        let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.text.utf8.count, alignment: 1)
        bytes.copyBytes(from: Self.text.utf8)
        return LedgerTable(bytes: UnsafeRawBufferPointer(bytes), asOf: day)
    }

    @Test func everyRowIsFoundByItsPath() {
        let table = table()
        #expect(table.rows.count == 8)
        for row in table.rows { #expect(table.row(at: row.path) == row) }
    }

    @Test(arguments: ["", "A.", "A.B.", "A.C", "A.BC", "a", "Z", "#path", "A.D=", "A.D=THREE", "AA"])
    func otherPathsAreNotThere(path: String) { #expect(table().row(at: path) == nil) }

    @Test func membersAreThoseOfTheNextLevel() {
        #expect(table().members(of: "").map(\.name) == ["A", "AB", "Arn"])
        #expect(table().members(of: "A").map(\.path) == ["A.B", "A.D"])
        #expect(table().members(of: "A.B.C").isEmpty)
    }

    @Test func valuesStandBehindTheirProperty() {
        #expect(table().values(of: "A.D").map(\.name) == ["ONE", "TWO"])
        #expect(table().values(of: "A.B").isEmpty)
    }

    @Test func whatIsBelowHasTheClassOfWhatIsAbove() {
        #expect(table().propertyClass(of: "A.B.C") == .irrelevant("it is only for people"))
        #expect(table().propertyClass(of: "A.D=TWO") == .decides(["ECS007", "cost"]))
        #expect(table().propertyClass(of: "A.D=ONE") == nil)
        #expect(table().propertyClass(of: "A") == nil)
    }

    @Test func aCutLedgerLacksWhatCameLater() {
        #expect(table(asOf: "2024-04-30").row(at: "A.D") == nil)
        #expect(table(asOf: "2024-05-01").row(at: "A.D")?.version == "5.48.0")
        #expect(table(asOf: "2024-05-01").values(of: "A.D").map(\.name) == ["ONE"])
        #expect(table(asOf: "2023-01-01").members(of: "A").map(\.name) == ["B"])
    }

    @Test func formsAndNames() throws {
        let row = try #require(table().row(at: "A.D=TWO"))
        #expect(row.isValue && row.name == "TWO" && row.holder == "A.D")
        #expect(table().row(at: "Arn")?.form == .computed)
        #expect(table().row(at: "A.B.C")?.holder == "A.B")
    }

    @Test func embeddedTablesAreSortedAndWhole() throws {
        #expect(PropertyLedger.tabledTypes.count > 100)
        for type in PropertyLedger.tabledTypes {
            let table = try #require(PropertyLedger.embedded.table(of: type), "\(type)")
            let paths = table.rows.map(\.path)
            #expect(!paths.isEmpty)
            // Each row is found only where all of them are sorted by their bytes.
            for path in paths where table.row(at: path) == nil { Issue.record("\(type).\(path) is not found") }
            #expect(Set(paths).count == paths.count)
            for row in table.rows where !row.holder.isEmpty { #expect(table.row(at: row.holder) != nil, "\(type).\(row.path)") }
        }
    }

    @Test func typesAreKnownAndOthersAreNot() {
        #expect(PropertyLedger.isKnown("AWS::SQS::Queue") && PropertyLedger.isKnown("aws_sqs_queue"))
        #expect(PropertyLedger.isKnown("data.aws_region") && PropertyLedger.isKnown("AWS::EC2::VPC"))
        #expect(!PropertyLedger.isKnown("AWS::SQS::Queu") && !PropertyLedger.isKnown("AWS::SQS::") && !PropertyLedger.isKnown(""))
        #expect(PropertyLedger.embedded.table(of: "AWS::SQS::Queu") == nil)
        #expect(PropertyLedger.embedded.table(of: "../catalog/cpu-credits") == nil)
    }
}
