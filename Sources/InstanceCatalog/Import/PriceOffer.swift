/// What is known of an offer file before its prices come: products stand before terms.
struct PriceOffer {
    /// The day of publication; `nil` when the file does not say it first.
    var asOf: String?
    var targets: [String: PriceTarget] = [:]
}

/// Which figure of the catalog a product is the price of.
enum PriceTarget: Hashable, Sendable {
    /// A part of Fargate's price.
    enum FargatePart: Hashable, Sendable {
        case vcpu
        case memory
        case ephemeral
    }

    /// An instance an hour: Linux, shared tenancy, nothing pre-installed.
    case instance(type: String, region: String)
    /// By `region/architecture`.
    case fargate(FargatePart, key: String)

    /// `nil` for the many products that the catalog does not hold.
    init?(product: ImportValue) {
        guard let attributes = product["attributes"], let region = attributes["regionCode"]?.text, ImportText.isName(region) else { return nil }
        if attributes["servicecode"]?.text == "AmazonECS" || attributes["usagetype"]?.text?.contains("Fargate") == true {
            self.init(fargate: attributes, region: region)
        } else {
            self.init(instance: attributes, family: product["productFamily"]?.text, region: region)
        }
    }

    private init?(instance attributes: ImportValue, family: String?, region: String) {
        func says(_ name: String, _ wanted: String) -> Bool { attributes[name]?.text.map { $0 == wanted } ?? true }
        guard family?.hasPrefix("Compute Instance") ?? true, let type = attributes["instanceType"]?.text, ImportText.isName(type),
            type.contains("."), attributes["operatingSystem"]?.text == "Linux", attributes["tenancy"]?.text == "Shared",
            says("preInstalledSw", "NA"), says("capacitystatus", "Used"), says("marketoption", "OnDemand")
        else { return nil }
        self = .instance(type: type, region: region)
    }

    /// The usage type ends in what is counted, behind a prefix for the region: `USE2-Fargate-ARM-vCPU-Hours:perCPU`.
    private init?(fargate attributes: ImportValue, region: String) {
        guard let usage = attributes["usagetype"]?.text, let start = usage.firstRange(of: "Fargate-"), !usage.contains("SpotUsage"),
            !usage.contains("Windows")
        else { return nil }
        let what = usage[start.upperBound...]
        let isARM = what.hasPrefix("ARM-")
        let key = "\(region)/\(isARM ? "arm64" : "x86_64")"
        switch isARM ? what.dropFirst(4) : what {
        case "vCPU-Hours:perCPU": self = .fargate(.vcpu, key: key)
        case "GB-Hours": self = .fargate(.memory, key: key)
        case "EphemeralStorage-GB-Hours": self = .fargate(.ephemeral, key: key)
        default: return nil
        }
    }
}
