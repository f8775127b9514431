import Evaluation
import PropertyLedger
import Templates
import Text

/// Holds what resources write against the property ledger, type by type.
struct LedgerReader {
    let ledger: PropertyLedger
    private var tables: [String: LedgerTable?] = [:]
    /// Names that the ledger does not have, in the order of the input.
    private(set) var unknownNames: [UnknownName] = []
    /// What templates set and the model does not read.
    private(set) var unread = UnreadProperties()

    init(_ ledger: PropertyLedger) {
        self.ledger = ledger
    }

    /// Arguments that Terraform itself takes in every resource
    /// (https://developer.hashicorp.com/terraform/language/meta-arguments).
    private static let metaArguments: Set<String> = [
        "count", "for_each", "provider", "depends_on", "lifecycle", "provisioner", "connection", "dynamic",
    ]

    /// Reads a resource's body.
    ///
    /// - Returns: the body for the model, in which a property that was meant by a misspelled one is unknown rather than absent.
    mutating func body(of resource: Resource, in stack: Stack) -> Value {
        let known = tables[resource.type]
        let table = known ?? ledger.table(of: resource.type)
        if known == nil {
            tables[resource.type] = .some(table)
            if table == nil { checkType(of: resource, in: stack) }
        }
        guard let table, stack.kind != .terraformState, Self.isWritten(resource, in: stack) else { return resource.body }
        var walk = LedgerWalk(table: table, type: resource.type, isPlan: stack.kind == .terraformPlan)
        let body: Value
        if Dialect(stack.kind) == .terraform {
            body = walk.read(resource.body, leavingOut: Self.metaArguments) ?? resource.body
            if let place = EmbeddedDefinitions.place(in: resource.type), let table = ledger.table(of: place.type) {
                walk.readDefinitions(resource.body.attribute(place.argument), by: table, at: place)
            }
        } else {
            body = Self.replacing("Properties", in: resource.body) { walk.read($0) }
        }
        unknownNames += walk.unknownNames
        unread.add(walk.unread, of: resource.name, in: resource.body.origin.document.path)
        return body
    }

    /// False for what a macro makes of a resource: its members have the macro's names.
    private static func isWritten(_ resource: Resource, in stack: Stack) -> Bool {
        guard stack.kind == .cloudFormation else { return true }
        let node = resource.body.origin.node
        return node["Type"].map { $0.text == resource.type } ?? (node["<<"] != nil)
    }

    private static func replacing(_ key: String, in body: Value, _ change: (Value) -> Value?) -> Value {
        guard case .map(let members, let open) = body.content,
            let index = members.lastIndex(where: { $0.key == key }), let changed = change(members[index].value)
        else { return body }
        var copy = members
        copy[index] = Value.Member(key: key, value: changed)
        return Value(.map(copy, open: open), origin: body.origin, steps: body.steps, mentions: body.mentions)
    }

    /// A type that AWS does not have and that is near one that it has. Types that are like none may be newer than the ledger.
    private mutating func checkType(of resource: Resource, in stack: Stack) {
        guard stack.kind == .cloudFormation || stack.kind == .terraformConfiguration,
            let meant = Self.meantType(resource.type)
        else { return }
        unknownNames.append(
            UnknownName(.resourceType, resource.type, type: resource.type, meant: meant, origin: resource.body.origin))
    }

    private static func meantType(_ type: String) -> String? {
        let isCloudFormation = type.hasPrefix("AWS::")
        guard isCloudFormation ? !type.hasSuffix("::MODULE") : type.hasPrefix("aws_") || type.hasPrefix("data.aws_"),
            !PropertyLedger.isKnown(type)
        else { return nil }
        return NameSlip.meantType(
            by: type, among: isCloudFormation ? PropertyLedger.cloudFormationTypes : PropertyLedger.terraformTypes)
    }
}
