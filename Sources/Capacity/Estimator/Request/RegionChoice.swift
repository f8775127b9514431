/// The region whose prices count, and who says so.
package struct RegionChoice: Hashable, Sendable {
    /// Who named the region.
    package enum Origin: Hashable, Sendable {
        /// `--region` of the command line.
        case flag
        /// `region` of `ecslint.yaml`.
        case configuration
        /// The one that every stack of the input names.
        case template
        /// Nobody said it: us-east-1, named as an assumption.
        case assumed
        /// The input names these, sorted, and one report has one region: us-east-1, named as an assumption.
        case severalNamed([String])
    }

    /// The region's code, such as `eu-central-1`.
    package let name: String
    /// Who named it; an assumed one is told in the report.
    package let origin: Origin

    /// Creates a choice; that the catalog knows the region is found out when prices are asked for.
    package init(name: String, origin: Origin) {
        self.name = name
        self.origin = origin
    }

    /// Why the region is what it is, where somebody should know.
    var assumption: String? {
        switch origin {
        case .assumed: "Region \(name), since none was named (--region)."
        case .severalNamed(let regions):
            "Region \(name), since the input names several: \(regions.joined(separator: ", ")). Ask for one with --region."
        default: nil
        }
    }

    /// us-east-1, as an assumption.
    package static let assumed = RegionChoice(name: "us-east-1", origin: .assumed)
}
