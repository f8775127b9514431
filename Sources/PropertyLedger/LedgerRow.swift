/// One property of a resource type, or one value of an enumeration.
package struct LedgerRow: Sendable, Hashable {
    /// What may be written for a property.
    package enum Form: String, Sendable {
        /// A text, number or truth value, or a list of them.
        case value = "v"
        /// A structure, or a list of them, whose members have rows of their own.
        case block = "b"
        /// A map or JSON, whose members are the author's.
        case free = "f"
        /// AWS says it, templates do not write it.
        case computed = "c"
        /// A value of an enumeration.
        case member = "="
    }

    /// `DeploymentConfiguration.Strategy`, without indices; `DeploymentConfiguration.Strategy=CANARY` for a value.
    package let path: String
    /// What may be written there.
    package let form: Form
    /// The day on which it appeared, `2025-07-30`; empty for what was there before 2023.
    package let since: String
    /// The version of Terraform's provider that brought it; empty in CloudFormation and for what version 4.48 has.
    package let version: String
    /// The class that the row itself gives; `nil` for what the model's table reads, or what is above it says.
    package let ownClass: PropertyClass?

    init?(columns: [String]) {
        guard columns.count >= 2, let form = Form(rawValue: columns[1]) else { return nil }
        func column(_ index: Int) -> String { columns.indices.contains(index) ? columns[index] : "" }
        path = columns[0]
        self.form = form
        since = column(2)
        version = column(3)
        ownClass = PropertyClass(column(4), text: column(5))
    }

    /// Whether the row is a value of an enumeration rather than a property.
    package var isValue: Bool { form == .member }

    /// The property of a value; the property above a property, `""` for one of the resource itself.
    package var holder: String {
        guard let end = path.utf8.lastIndex(of: UInt8(ascii: isValue ? "=" : ".")) else { return "" }
        return String(path[..<end])
    }

    /// The last part of the path: the property's name, or the value.
    package var name: String {
        guard let end = path.utf8.lastIndex(of: UInt8(ascii: isValue ? "=" : ".")) else { return path }
        return String(path[path.utf8.index(after: end)...])
    }
}
