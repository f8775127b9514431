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
        /// The licence of Windows, for a vCPU.
        case licence
    }

    /// An instance an hour: shared tenancy, nothing pre-installed.
    case instance(type: String, region: String, isWindows: Bool)
    /// By `region/architecture`, or `region/windows`.
    case fargate(FargatePart, key: String)
    case other(OtherPrice, region: String)

    /// `nil` for the many products that the catalog does not hold.
    init?(product: ImportValue) {
        // Local and Wavelength zones are priced beside their regions.
        guard let attributes = product["attributes"], let region = attributes["regionCode"]?.text, ImportText.isName(region),
            attributes["locationType"]?.text ?? "AWS Region" == "AWS Region"
        else { return nil }
        if attributes["servicecode"]?.text == "AmazonECS" || attributes["usagetype"]?.text?.contains("Fargate") == true {
            self.init(fargate: attributes, region: region)
        } else if let item = Self.other(attributes) {
            self = .other(item, region: region)
        } else {
            self.init(instance: attributes, family: product["productFamily"]?.text, region: region)
        }
    }

    /// Storage of EBS by the GB-month and addresses by the hour, by how their usage types end, behind a prefix for the region.
    private static func other(_ attributes: ImportValue) -> OtherPrice? {
        guard let usage = attributes["usagetype"]?.text else { return nil }
        let items: [String: OtherPrice] = [
            "EBS:VolumeUsage.gp2": .ebsGP2, "EBS:VolumeUsage.gp3": .ebsGP3, "EBS:VolumeUsage.piops": .ebsIO1,
            "EBS:VolumeUsage.io2": .ebsIO2, "EBS:VolumeUsage.st1": .ebsST1, "EBS:VolumeUsage.sc1": .ebsSC1,
            "PublicIPv4:InUseAddress": .publicIPv4,
        ]
        return items.first { usage == $0.key || usage.hasSuffix("-" + $0.key) }?.value
    }

    private init?(instance attributes: ImportValue, family: String?, region: String) {
        func says(_ name: String, _ wanted: String) -> Bool { attributes[name]?.text.map { $0 == wanted } ?? true }
        let system = attributes["operatingSystem"]?.text
        guard family?.hasPrefix("Compute Instance") ?? true, let type = attributes["instanceType"]?.text, ImportText.isName(type),
            type.contains("."), system == "Linux" || system == "Windows", attributes["tenancy"]?.text == "Shared",
            says("preInstalledSw", "NA"), says("capacitystatus", "Used"), says("marketoption", "OnDemand"),
            system == "Linux" || says("licenseModel", "No License required")
        else { return nil }
        self = .instance(type: type, region: region, isWindows: system == "Windows")
    }

    /// The usage type ends in what is counted, behind a prefix for the region: `USE2-Fargate-ARM-vCPU-Hours:perCPU`.
    private init?(fargate attributes: ImportValue, region: String) {
        guard let usage = attributes["usagetype"]?.text, let start = usage.firstRange(of: "Fargate-"),
            !usage.contains("SpotUsage")
        else { return nil }
        var what = usage[start.upperBound...]
        var key = "\(region)/x86_64"
        for (prefix, name) in [("ARM-", "arm64"), ("Windows-", "windows")] where what.hasPrefix(prefix) {
            what = what.dropFirst(prefix.count)
            key = "\(region)/\(name)"
        }
        switch what {
        case "vCPU-Hours:perCPU": self = .fargate(.vcpu, key: key)
        case "GB-Hours": self = .fargate(.memory, key: key)
        case "OS-Hours:perCPU" where key.hasSuffix("/windows"): self = .fargate(.licence, key: key)
        case "EphemeralStorage-GB-Hours": self = .fargate(.ephemeral, key: key)
        default: return nil
        }
    }
}
