import Text

extension CatalogImport {
    /// The tables of a folder with what was read laid into them: the whole content of every file that changes.
    ///
    /// - Parameter files: the tables that the folder holds now, by their paths below it.
    /// - Throws: a table of the folder that is none.
    package func merged(into files: [String: [UInt8]]) throws(CatalogTableError) -> [String: [UInt8]] {
        var tables = ImportTables(files)
        for (path, bytes) in files { try CatalogTableError.check(bytes, path: path) }
        mergeInstanceTypes(into: &tables)
        for (region, figures) in onDemand { merge(figures, "EC2 on demand", column: 0, region, into: &tables) }
        for (region, figures) in windows { merge(figures, "EC2 on demand, Windows", column: 7, region, into: &tables) }
        for (region, figures) in other { merge(other: figures, region, into: &tables) }
        for (region, types) in spot { merge(spot: types, region, into: &tables) }
        mergeFargate(into: &tables)
        return tables.changed
    }

    private func mergeInstanceTypes(into tables: inout ImportTables) {
        guard !instanceTypes.isEmpty else { return }
        let key = tables.key(
            dataset: "instance types", asOf: today, source: "aws ec2 describe-instance-types", figures: instanceTypes.count)
        for (name, columns) in instanceTypes {
            // The ECS limits of network interfaces are no part of what EC2 tells.
            tables.set(columns + ["", "", "", "", key, ""], for: name, in: .instanceTypes)
        }
    }

    /// - Parameter column: that of the price in the table of a region; the next one says where it comes from.
    private func merge(
        _ figures: [String: Figure], _ dataset: String, column: Int, _ region: String, into tables: inout ImportTables
    ) {
        for (type, figure) in figures {
            let key = tables.key(dataset: dataset, asOf: figure.asOf, source: figure.source)
            tables.update(type, in: .ec2Prices(region: region)) { columns in
                columns[column] = figure.usd.description
                columns[column + 1] = key
            }
        }
    }

    private func merge(other figures: [OtherPrice: Figure], _ region: String, into tables: inout ImportTables) {
        for (item, figure) in figures {
            let key = tables.key(dataset: "other prices", asOf: figure.asOf, source: figure.source)
            tables.set(["", figure.usd.description, key], for: "\(item.rawValue)/\(region)", in: .otherPrices)
        }
    }

    /// The mean of the newest prices of the zones, since ECS spreads its tasks over them.
    private func merge(spot types: [String: [String: SpotPoint]], _ region: String, into tables: inout ImportTables) {
        for (type, zones) in types {
            let sum = zones.values.reduce(Decimal.zero) { $0 + $1.usd }
            guard let mean = sum.divided(by: zones.count), let newest = zones.values.map(\.time).max() else { continue }
            let day = String(newest.prefix(10))
            let key = tables.key(
                dataset: "Spot prices", asOf: CivilDay(day) == nil ? today : day,
                source: "aws ec2 describe-spot-price-history, mean of the zones")
            tables.update(type, in: .ec2Prices(region: region)) { columns in
                columns[5] = mean.rounded(toPlaces: 6).description
                columns[6] = key
            }
        }
    }

    private func mergeFargate(into tables: inout ImportTables) {
        for (name, figures) in completeFargate {
            let known = [figures.vcpu, figures.memory, figures.ephemeral, figures.licence].compactMap { $0 }
            guard let newest = known.max(by: { $0.asOf < $1.asOf }) else { continue }
            let key = tables.key(dataset: "Fargate", asOf: newest.asOf, source: newest.source)
            tables.update(name, in: .fargateRates) { columns in
                if let vcpu = figures.vcpu { columns[0] = (vcpu.usd + (figures.licence?.usd ?? .zero)).description }
                if let memory = figures.memory { columns[1] = memory.usd.description }
                if let ephemeral = figures.ephemeral { columns[4] = ephemeral.usd.description }
                columns[5] = newest.asOf
                columns[7] = key
            }
        }
    }
}
