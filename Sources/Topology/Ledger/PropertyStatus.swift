import PropertyLedger

/// What this version makes of a property: the answer of the model's table and of the ledger together.
package enum PropertyStatus: Sendable, Hashable {
    /// It becomes these fields of the model, or is used as the words say.
    case read([String])
    /// Something below it is read.
    case container
    /// AWS says it; templates do not write it.
    case computed
    /// Nothing follows, for this reason.
    case irrelevant(String)
    /// It is not read, and these rules stay undecided where it is set.
    case decides([String])
    /// It has not been looked at yet.
    case unclassed

    /// The status of a row of the ledger.
    package init(_ row: LedgerRow, in table: LedgerTable, reading: ReadPaths) {
        if row.form == .computed {
            self = .computed
        } else if let fields = reading.fields[row.path] {
            self = .read(fields)
        } else if let own = table.propertyClass(of: row.path) {
            switch own {
            case .read(let use): self = .read([use])
            case .irrelevant(let reason): self = .irrelevant(reason)
            case .decides(let rules): self = .decides(rules)
            }
        } else if reading.reads(row.path) {
            self = row.form == .block ? .container : .read(reading.fields(below: row.path))
        } else if row.isValue, reading.reads(row.holder) {
            self = .read(["the value"])
        } else {
            self = .unclassed
        }
    }
}
