extension InstanceCatalog {
    /// The instance type of this name, such as `m5.large`; `nil` when the catalog does not hold it.
    package func instanceType(_ name: String) -> InstanceType? {
        layers.reversed().reduce(nil) { older, layer in
            layer.table("instance-types.tsv")?.row(name).flatMap(InstanceType.init)?.filled(from: older) ?? older
        }
    }

    /// Every instance type, sorted by name. Reads the whole table (about a millisecond).
    package var instanceTypes: [InstanceType] {
        var result: [InstanceType] = []
        layers.last?.table("instance-types.tsv")?.forEach { row in
            if let type = InstanceType(row) { result.append(type) }
        }
        guard layers.count > 1 else { return result }
        var types = Dictionary(result.map { ($0.name, $0) }) { first, _ in first }
        for layer in layers.dropLast().reversed() {
            layer.table("instance-types.tsv")?.forEach { row in
                if let type = InstanceType(row) { types[type.name] = type.filled(from: types[type.name]) }
            }
        }
        return types.values.sorted { $0.name < $1.name }
    }

    /// What an instance of the type registers with ECS: the lowest measured figure of the first layer that has one, since hosts
    /// of a type differ; else a bound that errs low.
    package func registeredMemory(of type: InstanceType) -> RegisteredMemory {
        let found = first { layer in
            layer.table("registered-memory.tsv")?.rows(withKey: type.name)
                .compactMap { row in row.integer(2).map { (mebibytes: $0, row: row, layer: layer) } }
                .min { $0.mebibytes < $1.mebibytes }
        }
        guard let found else { return .estimated(nominalMiB: type.memoryMiB, lostOf10000: loss(of: type)) }
        return RegisteredMemory(
            mebibytes: found.mebibytes,
            origin: .measured(asOf: found.row.text(1), source: found.layer.source(found.row.text(4)).name))
    }

    /// The most of its nominal memory that a type may lose, in hundredths of a percent: of its kind, else of any measured type of
    /// at least its size.
    private func loss(of type: InstanceType) -> Int {
        first { layer in
            guard let table = layer.table("registered-memory-bounds.tsv") else { return nil }
            if let own = table.row(type.name)?.integer(1) { return own }
            let size = String(max(0, type.memoryMiB))
            return table.lastRow(
                notAfter: "nominal/" + String(repeating: "0", count: max(0, 8 - size.count)) + size)?.integer(1)
        } ?? RegisteredMemory.largestLoss
    }

    /// The CPU credits of a burstable type; `nil` for any other and for those that the catalog lacks.
    package func cpuCredits(of instanceType: String) -> CPUCredits? {
        first { layer in
            layer.table("cpu-credits.tsv")?.row(instanceType).flatMap { row in
                let origin = layer.source(row.text(6))
                return CPUCredits(row, asOf: origin.asOf, source: origin.name)
            }
        }
    }
}
