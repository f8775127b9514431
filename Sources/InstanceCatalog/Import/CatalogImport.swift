import Text

/// Prices and instance types that a user brings, gathered from any number of files.
///
/// Read are what `aws ec2 describe-instance-types`, `aws ec2 describe-spot-price-history` and
/// `aws pricing get-products` print, the offer files of the bulk price list, and a table of rates as CSV.
package struct CatalogImport: Sendable {
    /// A figure with its day and source.
    struct Figure: Hashable, Sendable {
        let usd: Decimal
        let asOf: String
        let source: String
    }

    /// Fargate's rates of a region and architecture; `nil` where the files say nothing.
    struct FargateFigures: Sendable {
        var vcpu: Figure?
        var memory: Figure?
        var ephemeral: Figure?
        /// Of Windows only, for a vCPU.
        var licence: Figure?
    }

    /// Rows of instance types: the columns behind the name, without the key of the source.
    private(set) var instanceTypes: [String: [String]] = [:]
    private(set) var onDemand: [String: [String: Figure]] = [:]
    /// The same with Windows.
    private(set) var windows: [String: [String: Figure]] = [:]
    /// By region.
    private(set) var other: [String: [OtherPrice: Figure]] = [:]
    /// The newest price of each zone, by region and type.
    private(set) var spot: [String: [String: [String: SpotPoint]]] = [:]
    private(set) var fargate: [String: FargateFigures] = [:]

    struct SpotPoint: Sendable {
        let time: String
        let usd: Decimal
    }

    /// The region of files that do not say one; `nil` refuses them.
    private let region: String?
    /// Percent off every on-demand price.
    private let discount: Decimal
    /// The day for files that are not dated.
    let today: String

    /// Creates an import that has read nothing yet.
    ///
    /// - Parameters:
    ///   - region: of rates that name none; without it they are refused.
    ///   - discountPercent: off every on-demand price, brought into 0...100; Spot prices stay as they are.
    ///   - today: the date of figures whose file has none.
    package init(region: String? = nil, discountPercent: Decimal = .zero, today: CivilDay) {
        self.region = region
        discount = min(max(discountPercent, .zero), 100)
        self.today = today.text
    }

    /// How many figures were found, by what they are.
    package var counts: (instanceTypes: Int, onDemand: Int, windows: Int, spot: Int, fargate: Int, other: Int) {
        func sum<Figures: Collection>(_ regions: [String: Figures]) -> Int { regions.values.reduce(0) { $0 + $1.count } }
        return (instanceTypes.count, sum(onDemand), sum(windows), sum(spot), completeFargate.count, sum(other))
    }

    /// Whether no file held a price or a type that a catalog can take.
    package var isEmpty: Bool {
        instanceTypes.isEmpty && onDemand.isEmpty && windows.isEmpty && spot.isEmpty && completeFargate.isEmpty && other.isEmpty
    }

    /// Windows on Fargate costs vCPU and licence together; without both it is left out.
    var completeFargate: [String: FargateFigures] {
        fargate.filter { key, figures in
            !key.hasSuffix("/windows") || figures.vcpu != nil && figures.licence != nil && figures.memory != nil
        }
    }

    /// Reads one file.
    ///
    /// - Parameter next: the bytes that follow, none at the end; what it throws is passed on.
    /// - Throws: `ImportError` for anything that is not one of the forms.
    package mutating func read(file: String, next: @escaping () throws -> [UInt8]) throws {
        var stream = JSONStream(file: file, next: next)
        guard let first = try stream.firstVisibleByte() else { throw stream.failure("the file is empty") }
        guard first == UInt8(ascii: "{") else { return try readRates(&stream, file: file) }
        var offer = PriceOffer()
        var isKnown = false
        try stream.forEachMember { stream, name in
            isKnown = try read(name, from: &stream, file: file, into: &offer) || isKnown
        }
        try stream.expectEnd()
        guard isKnown else {
            throw ImportError(
                file: file,
                message: "this is none of the forms that can be imported: describe-instance-types, describe-spot-price-history, "
                    + "get-products, an offer file, or a CSV of rates")
        }
    }

    private mutating func read(
        _ name: String, from stream: inout JSONStream, file: String, into offer: inout PriceOffer
    ) throws -> Bool {
        switch name {
        case "InstanceTypes": try stream.forEachElement { try add(instanceType: $0.value(), file: file) }
        case "SpotPriceHistory": try stream.forEachElement { try add(spotPrice: $0.value(), file: file) }
        case "PriceList": try stream.forEachElement { try add(priceListEntry: $0.value(), file: file) }
        case "publicationDate":
            offer.asOf = try stream.value().text.map { String($0.prefix(10)) }
            return false
        case "products":
            try stream.forEachMember { stream, sku in
                if let target = PriceTarget(product: try stream.value()) { offer.targets[sku] = target }
            }
        case "terms": try readTerms(&stream, offer)
        default:
            try stream.skipValue()
            return false
        }
        return true
    }

    private mutating func readTerms(_ stream: inout JSONStream, _ offer: PriceOffer) throws {
        try stream.forEachMember { stream, kind in
            guard kind == "OnDemand" else { return try stream.skipValue() }
            try stream.forEachMember { stream, sku in
                guard let target = offer.targets[sku] else { return try stream.skipValue() }
                add(try stream.value(), for: target, asOf: offer.asOf ?? today, source: "AWS price list, offer file")
            }
        }
    }

    // MARK: - One piece each

    /// `get-products` prints every product as a text of JSON; other tools print the object itself.
    private mutating func add(priceListEntry entry: ImportValue, file: String) throws {
        var value = entry
        if case .string(let text) = entry {
            var bytes: [UInt8]? = Array(text.utf8)
            var inner = JSONStream(file: file) {
                defer { bytes = nil }
                return bytes ?? []
            }
            value = try inner.value()
            try inner.expectEnd()
        }
        guard let product = value["product"], let target = PriceTarget(product: product), let terms = value["terms"]?["OnDemand"]
        else { return }
        let day = value["publicationDate"]?.text.map { String($0.prefix(10)) } ?? today
        add(terms, for: target, asOf: day, source: "AWS price list, get-products")
    }

    /// The first price above zero among the terms of a product.
    private mutating func add(_ terms: ImportValue, for target: PriceTarget, asOf: String, source: String) {
        let day = CivilDay(asOf) == nil ? today : asOf
        for term in terms.members.sorted(by: { $0.key < $1.key }) {
            for dimension in (term.value["priceDimensions"]?.members ?? [:]).sorted(by: { $0.key < $1.key }) {
                guard let usd = dimension.value["pricePerUnit"]?["USD"]?.text.flatMap(Self.price), usd > .zero else { continue }
                return set(target, to: usd, asOf: day, source: source)
            }
        }
    }

    private mutating func set(_ target: PriceTarget, to usd: Decimal, asOf: String, source: String) {
        let less = discount > .zero ? ", less \(discount) %" : ""
        switch target {
        case .instance(let type, let region, let isWindows):
            let figure = Figure(usd: usd - usd.percent(discount), asOf: asOf, source: source + less)
            if isWindows { windows[region, default: [:]][type] = figure } else { onDemand[region, default: [:]][type] = figure }
        case .other(let item, let region):
            other[region, default: [:]][item] = Figure(usd: usd - usd.percent(discount), asOf: asOf, source: source + less)
        case .fargate(let part, let key):
            let figure = Figure(usd: usd - usd.percent(discount), asOf: asOf, source: source + less)
            switch part {
            case .vcpu: fargate[key, default: FargateFigures()].vcpu = figure
            case .memory: fargate[key, default: FargateFigures()].memory = figure
            case .ephemeral: fargate[key, default: FargateFigures()].ephemeral = figure
            case .licence: fargate[key, default: FargateFigures()].licence = figure
            }
        }
    }

    private mutating func add(instanceType value: ImportValue, file: String) throws {
        guard let name = value["InstanceType"]?.text, ImportText.isName(name),
            let vcpus = value["VCpuInfo"]?["DefaultVCpus"]?.integer,
            let memory = value["MemoryInfo"]?["SizeInMiB"]?.integer, vcpus > 0, memory > 0
        else { throw ImportError(file: file, message: "an instance type lacks its name, vCPUs or memory") }
        func flag(_ value: Bool?) -> String { value.map { $0 ? "y" : "n" } ?? "" }
        let architectures = value["ProcessorInfo"]?["SupportedArchitectures"]?.elements.compactMap(\.text) ?? []
        let architecture = ["x86_64", "arm64", "x86_64_mac", "arm64_mac"].first { architectures.contains($0) }
        let gpus = value["GpuInfo"]?["Gpus"]?.elements.reduce(0) { $0 + min(max($1["Count"]?.integer ?? 0, 0), 1024) } ?? 0
        let usage = value["SupportedUsageClasses"]?.elements.compactMap(\.text)
        let interfaces = value["NetworkInfo"]?["MaximumNetworkInterfaces"]?.integer
        instanceTypes[name] = [
            String(vcpus), String(memory), architecture ?? "", String(gpus),
            String(value["GpuInfo"]?["TotalGpuMemoryInMiB"]?.integer ?? 0),
            flag(value["BareMetal"]?.flag), flag(value["BurstablePerformanceSupported"]?.flag), flag(usage?.contains("spot")),
            interfaces.map { String($0) } ?? "",
        ]
    }

    /// Linux only; each zone keeps its newest price.
    private mutating func add(spotPrice value: ImportValue, file: String) throws {
        guard let type = value["InstanceType"]?.text, ImportText.isName(type), let text = value["SpotPrice"]?.text,
            let usd = Self.price(text), let zone = value["AvailabilityZone"]?.text, let time = value["Timestamp"]?.text
        else { throw ImportError(file: file, message: "a Spot price lacks its type, price, zone or time") }
        guard value["ProductDescription"]?.text?.hasPrefix("Linux/UNIX") ?? true else { return }
        guard let region = ImportText.region(ofZone: zone) else {
            throw ImportError(file: file, message: "'\(zone.prefix(40))' is not an availability zone")
        }
        let known = spot[region]?[type]?[zone]
        if known.map({ $0.time < time }) ?? true {
            spot[region, default: [:]][type, default: [:]][zone] = SpotPoint(time: time, usd: usd)
        }
    }

    // MARK: - Rates as CSV

    /// Columns `instance_type`, `usd_per_hour` and, unless `--region` names it, `region`; other columns are passed over.
    private mutating func readRates(_ stream: inout JSONStream, file: String) throws {
        var rows = try stream.lines().map { $0.split(separator: ",", omittingEmptySubsequences: false).map(ImportText.cell) }
        guard let header = rows.first?.map({ $0.lowercased() }), let type = header.firstIndex(of: "instance_type"),
            let price = header.firstIndex(of: "usd_per_hour")
        else {
            throw ImportError(
                file: file, message: "this is neither JSON nor a CSV with the columns instance_type, region and usd_per_hour")
        }
        rows.removeFirst()
        let place = header.firstIndex(of: "region")
        for (number, row) in rows.enumerated() where row != [""] {
            guard row.count == header.count, ImportText.isName(row[type]), let usd = Self.price(row[price]),
                let region = place.map({ row[$0] }) ?? region, ImportText.isName(region)
            else {
                throw ImportError(
                    file: file,
                    message: "line \(number + 2) lacks an instance type, a price such as 0.0188, or a region (--region)")
            }
            set(.instance(type: row[type], region: region, isWindows: false), to: usd, asOf: today, source: "rates of a user")
        }
    }

    /// US dollars of at most a million; digits behind the twelfth place are rounded away.
    private static func price(_ text: String) -> Decimal? {
        let point = text.firstIndex(of: ".") ?? text.endIndex
        let short = text[..<point] + text[point...].prefix(13)
        let trimmed = short.hasSuffix(".") ? short.dropLast() : short[...]
        return Decimal(trimmed).flatMap { $0 >= .zero && $0 <= 1_000_000 ? $0 : nil }
    }
}
