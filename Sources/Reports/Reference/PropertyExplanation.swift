import PropertyLedger
import Text
import Topology

/// What this version makes of one property, for a terminal.
package enum PropertyExplanation {
    /// The text for `AWS::ECS::Service.DeploymentConfiguration.Strategy`; for a type alone what it has. `nil` for a text that
    /// begins with no resource type that is read.
    package static func of(_ text: String) -> String? {
        guard let (type, path) = parts(of: text), let table = PropertyLedger.embedded.table(of: type) else { return nil }
        let reading = ReadPaths(of: type)
        if path.isEmpty { return "\(type)\n\n" + members(of: "", table, reading) }
        guard let row = table.row(at: path) else {
            let parent = path.utf8.lastIndex(of: UInt8(ascii: ".")).map { String(path[..<$0]) } ?? ""
            let hint = NearestName.question(
                for: String(path.dropFirst(parent.isEmpty ? 0 : parent.count + 1)),
                among: table.members(of: parent).map(\.name))
            return "\(type) has no \(path) that this version knows." + (hint.map { " \($0)" } ?? "") + "\n"
        }
        var parts = ["\(type).\(row.path)", since(row) + " " + meaning(of: PropertyStatus(row, in: table, reading: reading))]
        let values = table.values(of: path)
        if !values.isEmpty { parts.append("Values:\n" + values.map { value($0, table, reading) }.joined(separator: "\n")) }
        let below = members(of: path, table, reading)
        if !below.isEmpty { parts.append(below) }
        return parts.joined(separator: "\n\n") + "\n"
    }

    /// The longest beginning that is a type with a table: types of Terraform's data sources have a dot themselves.
    private static func parts(of text: String) -> (type: String, path: String)? {
        let words = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard let first = words.first else { return nil }
        let length = first == "data" ? 2 : 1
        guard words.count >= length else { return nil }
        let path = words.dropFirst(length).joined(separator: ".")
        return (words.prefix(length).joined(separator: "."), path.replacing("[]", with: ""))
    }

    private static func since(_ row: LedgerRow) -> String {
        guard !row.since.isEmpty else { return "It was there before 2023." }
        return row.version.isEmpty
            ? "It is there since \(row.since)." : "It is there since \(row.since) (provider \(row.version))."
    }

    private static func meaning(of status: PropertyStatus) -> String {
        switch status {
        case .read(let fields): "It is read: \(fields.joined(separator: ", "))."
        case .container: "What is below it is read in part."
        case .computed: "AWS says it; a template does not set it."
        case .irrelevant(let reason): "It changes no verdict: \(reason)"
        case .decides(let rules): "It is not read. Where it is set, these stay undecided: \(rules.joined(separator: ", "))."
        case .unclassed: "It has not been looked at yet."
        }
    }

    private static func value(_ row: LedgerRow, _ table: LedgerTable, _ reading: ReadPaths) -> String {
        let date = row.since.isEmpty ? "" : ", since \(row.since)"
        switch PropertyStatus(row, in: table, reading: reading) {
        case .decides(let rules): return "  \(row.name)\(date): leaves \(rules.joined(separator: ", ")) undecided"
        case .irrelevant(let reason): return "  \(row.name)\(date): \(reason)"
        default: return "  \(row.name)\(date)"
        }
    }

    private static func members(of path: String, _ table: LedgerTable, _ reading: ReadPaths) -> String {
        table.members(of: path).map { "  \($0.name): \(word(PropertyStatus($0, in: table, reading: reading)))" }
            .joined(separator: "\n")
    }

    private static func word(_ status: PropertyStatus) -> String {
        switch status {
        case .read: "read"
        case .container: "read in part"
        case .computed: "set by AWS"
        case .irrelevant: "changes no verdict"
        case .decides(let rules): "not read, decides \(rules.joined(separator: ", "))"
        case .unclassed: "not looked at yet"
        }
    }
}
