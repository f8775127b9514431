import EmbeddedFiles
import Text

/// Every property of every resource type that is read, with the day on which it appeared and what it decides: the files of
/// `properties/`, which the compiler put into the binary.
///
/// docs/decisions/property-ledger.md says why; `scripts/update-properties` brings in newer schemas.
package struct PropertyLedger: Sendable {
    private let day: String

    /// The ledger as it is.
    package static let embedded = PropertyLedger(asOf: "")

    /// The ledger without the properties that appeared behind a day, `2024-06-30`: what an older program knew.
    package init(asOf day: String) {
        self.day = day
    }

    /// What is known of a resource type of either dialect; `nil` for one that is not read.
    package func table(of type: String) -> LedgerTable? {
        guard !type.isEmpty, type.utf8.allSatisfy(Self.isPlain) else { return nil }
        let isCloudFormation = type.hasPrefix(Self.awsPrefix)
        // `AWS::SQS::Queue` stands in AWS.SQS.Queue.tsv: colons are no part of a file's name everywhere.
        let name =
            isCloudFormation
            ? type.utf8.split(separator: UInt8(ascii: ":")).map { String(Substring($0)) }
                .joined(separator: ".") : type
        return Self.bytes("\(isCloudFormation ? "cloudformation" : "terraform")/\(name).tsv").map {
            LedgerTable(bytes: $0, asOf: day)
        }
    }

    /// Whether AWS has a resource type, whether it is read or not.
    package static func isKnown(_ type: String) -> Bool {
        let path = type.hasPrefix(awsPrefix) ? typesOfCloudFormation : typesOfTerraform
        return bytes(path).map { LedgerTable(bytes: $0).hasLine(type) } ?? false
    }

    private static let typesOfCloudFormation = "cloudformation-types.tsv"
    private static let typesOfTerraform = "terraform-types.tsv"

    /// Every type of CloudFormation in any region, whether it is read or not, sorted.
    package static var cloudFormationTypes: [String] { lines(of: typesOfCloudFormation) }

    /// Every resource type and data source of Terraform's AWS provider, the latter with `data.` before them, sorted.
    package static var terraformTypes: [String] { lines(of: typesOfTerraform) }

    /// The types that the ledger has a table of, CloudFormation first, each dialect's sorted.
    package static var tabledTypes: [String] {
        (0..<embeddedFileCount()).compactMap { index in
            let path = String(cString: embeddedFile(index).path)
            guard path.hasPrefix("properties/"), path.hasSuffix(".tsv") else { return nil }
            let parts = path.dropLast(4).utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
            guard parts.count == 3 else { return nil }
            return parts[1] == "terraform" ? parts[2] : parts[2].split(separator: ".").joined(separator: "::")
        }
    }

    static let awsPrefix = "AWS::"

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: ":"):
            true
        default: false
        }
    }

    private static func bytes(_ path: String) -> UnsafeRawBufferPointer? {
        let file = embeddedFileAt("properties/" + path)
        return file.path.pointee == 0 ? nil : UnsafeRawBufferPointer(start: file.bytes, count: file.count)
    }

    private static func lines(of path: String) -> [String] {
        guard let bytes = bytes(path) else { return [] }
        return bytes.split(separator: UInt8(ascii: "\n")).filter { $0.first != UInt8(ascii: "#") }
            .map { String(decoding: $0, as: UTF8.self) }
    }
}
