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

    /// What an instance of the type registers with ECS: the newest measured row, on a tie the lower; else an estimate.
    package func registeredMemory(of type: InstanceType) -> RegisteredMemory {
        let found = first { layer in
            layer.table("registered-memory.tsv").map { (layer, $0.rows(withKey: type.name)) }.flatMap { $0.1.isEmpty ? nil : $0 }
        }
        guard let (layer, rows) = found else { return .estimated(nominalMiB: type.memoryMiB) }
        let newest = rows.max { ($0.text(1) ?? "") < ($1.text(1) ?? "") }?.text(1)
        let measured = rows.filter { $0.text(1) == newest }
            .compactMap { row in row.integer(2).map { (mebibytes: $0, row: row) } }
            .min { $0.mebibytes < $1.mebibytes }
        guard let measured else { return .estimated(nominalMiB: type.memoryMiB) }
        return RegisteredMemory(
            mebibytes: measured.mebibytes,
            origin: .measured(asOf: newest, source: layer.source(measured.row.text(4)).name))
    }
}
