import PropertyLedger
import Topology

/// What is made of every property of every resource type that is read, from the ledger and the model table.
struct PropertyPage {
    private let schema: ModelSchema

    init(_ schema: ModelSchema) {
        self.schema = schema
    }

    var text: String {
        let types = PropertyLedger.tabledTypes.filter { !($0.hasPrefix("data.") && ReadPaths(of: $0, in: schema).fields.isEmpty) }
        let head = """
            # Properties

            Every property of the resource types that are read, by what this version makes of it. *Read* is what
            [the model](model.md) has. *Decides* is not read: where a template sets it, the rules behind it are undecided for
            that resource, and so are the figures of `cost` where it says so. What is *irrelevant* changes no verdict, for the
            reason that stands there. A property stands for all that is below it. `ecslint explain
            AWS::ECS::Service.DeploymentConfiguration.Strategy` says the same of one property, and since when it is there.

            \(types.map { "`\($0)`" }.joined(separator: " · "))
            """
        return ([head] + types.map(section)).joined(separator: "\n\n") + "\n"
    }

    private func section(_ type: String) -> String {
        guard let table = PropertyLedger.embedded.table(of: type) else { return "## \(type)" }
        let reading = ReadPaths(of: type, in: schema)
        let rows = table.rows.filter { $0.form != .computed && !$0.isValue }
        let read = rows.filter { row in
            if case .read = PropertyStatus(row, in: table, reading: reading) { true } else { false }
        }
        var parts = ["## \(type)"]
        if !read.isEmpty { parts.append("Read: " + read.map { "`\($0.path)`" }.joined(separator: ", ") + ".") }
        let classed = table.rows.compactMap { row -> [String]? in
            switch row.ownClass {
            case .decides(let rules): ["`\(Self.name(row))`", "decides " + rules.joined(separator: ", ")]
            case .irrelevant(let reason): ["`\(Self.name(row))`", reason]
            case .read, nil: nil
            }
        }
        if !classed.isEmpty { parts.append(MarkdownTable(["not read", "what follows"], classed).text) }
        return parts.joined(separator: "\n\n")
    }

    private static func name(_ row: LedgerRow) -> String { row.isValue ? "\(row.holder): \(row.name)" : row.path }
}
