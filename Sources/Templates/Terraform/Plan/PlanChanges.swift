import Evaluation
import YAMLBridge

/// What a plan's `resource_changes` say of resources, gathered in one walk.
final class PlanChanges {
    /// What the walk finds.
    struct Walk: Sendable {
        /// The `change` of resources that somebody looks into, by address.
        fileprivate var byAddress: [String: Node] = [:]
        /// Those of all others: most of a plan, for which a table would take more time than everything else.
        fileprivate var others: [(address: Node, change: Node)] = []
        fileprivate var deleted: Set<String> = []
        /// Whether Terraform marks a value before or after as sensitive.
        var isConfidential = false
    }

    private let walk: Walk
    private let options: LoadOptions
    private lazy var others: [String: Node] = Dictionary(
        walk.others.map { ($0.address.text, $0.change) }, uniquingKeysWith: { _, last in last })

    init(_ walk: Walk, options: LoadOptions) {
        self.walk = walk
        self.options = options
    }

    /// Whether a run deletes a resource or forgets it.
    func isDeletion(of address: String) -> Bool { !walk.deleted.isEmpty && walk.deleted.contains(address) }

    /// What a run does to a resource.
    func change(of entry: TerraformValues.Entry) -> Node? {
        if let change = walk.byAddress[entry.address] { return change }
        return Self.isWanted(entry.type, isData: entry.isData, options) ? nil : others[entry.address]
    }

    private static func isWanted(_ type: String, isData: Bool, _ options: LoadOptions) -> Bool {
        isData || type.isEmpty || options.terraformTypes?.contains(type) ?? true
    }

    // MARK: - The walk

    private static let keys = KeySet(["address", "change", "deposed", "type", "mode"])
    fileprivate static let changeKeys = KeySet(["actions", "after_sensitive", "before_sensitive"])

    static func walk(_ root: Node, options: LoadOptions) -> Walk {
        var walk = Walk()
        var names = TypeNames()
        var isRead = isWanted("", isData: false, options)
        for node in root["resource_changes"]?.elements ?? [] {
            var found: (address: Node?, change: Node?, type: Node?, mode: Node?) = (nil, nil, nil, nil)
            var isDeposed = false
            node.forEachValue(of: keys) { key, value in
                switch key {
                case 0: found.address = value
                case 1: found.change = value
                case 2: isDeposed = true
                case 3: found.type = value
                default: found.mode = value
                }
            }
            guard !isDeposed, let address = found.address, let change = found.change else { continue }
            if names.read(found.type) { isRead = isWanted(names.type, isData: false, options) }
            walk.add(change, at: address, isRead: isRead || found.mode?.hasText("data") == true)
        }
        return walk
    }
}

extension PlanChanges.Walk {
    fileprivate mutating func add(_ change: Node, at address: Node, isRead: Bool) {
        var actions: Node?
        var isMarked = isConfidential
        change.forEachValue(of: PlanChanges.changeKeys) { key, value in
            if key == 0 { actions = value } else if !isMarked { isMarked = SensitiveValue.isMarked(value) }
        }
        isConfidential = isMarked
        if let actions, Self.isDeletion(actions) { deleted.insert(address.text) }
        if isRead { byAddress[address.text] = change } else { others.append((address, change)) }
    }

    private static func isDeletion(_ actions: Node) -> Bool {
        guard actions.kind == .sequence, actions.count == 1, let action = actions.elements.first else { return false }
        return action.hasText("delete") || action.hasText("forget")
    }
}
