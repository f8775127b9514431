import Evaluation
import YAMLBridge

/// How a configuration is evaluated whose plan is at hand: instances, inputs and attributes are the plan's.
extension ModuleEvaluator {
    /// The address without a dot behind it; empty for the root.
    var address: String { String(prefix.dropLast()) }

    // MARK: - Instances

    /// The copies of a block that the plan has; `nil` where no plan tells them.
    ///
    /// - Parameters:
    ///   - block: the block; `nil` for one that is in the plan and not in the files.
    ///   - name: its address in the module.
    func plannedCopies(of block: ConfigurationBlock?, _ name: String, at origin: Origin) -> BlockCopies? {
        guard let facts = run.facts else { return nil }
        let call = name.hasPrefix("module.") ? String(name.dropFirst("module.".count)) : nil
        let instances =
            call.map { facts.instances(ofModule: $0, in: address) } ?? facts.instances(ofResource: prefix + name)
        guard !instances.isEmpty else {
            // A module that makes nothing is not in a plan's values and may have outputs all the same.
            guard call == nil else { return nil }
            if block?.entry("count") != nil { return .counted([]) }
            return block?.entry("for_each") == nil ? nil : .keyed([])
        }
        let keys = instances.compactMap(TerraformValues.key(ofInstance:))
        guard !keys.isEmpty else { return .single }
        if keys.allSatisfy(\.isNumber) { return Self.counted(keys.compactMap { Int($0.text) }) }
        return .keyed(keyed(keys.filter { !$0.isNumber }.map(\.text), block, name, at: origin))
    }

    /// Copies by number. A plan of single targets has gaps.
    private static func counted(_ indices: [Int]) -> BlockCopies? {
        let highest = indices.max() ?? 0
        guard highest < mostGaps + indices.count else { return nil }
        var conditions = [Condition](repeating: .never, count: highest + 1)
        for index in indices where conditions.indices.contains(index) { conditions[index] = .always }
        return .counted(conditions)
    }

    private static let mostGaps = 10_000

    /// Copies by key, each with the element that `for_each` has under it.
    private func keyed(
        _ keys: [String], _ block: ConfigurationBlock?, _ name: String, at origin: Origin
    ) -> [(key: String, value: Value, existence: Condition)] {
        let entry = block?.entry("for_each")
        let collection = entry.map { entry in
            let place = origin.child(.key("for_each"), node: entry.value, key: entry.key)
            return BodyReader(scope: scope(name)).value(entry.value, at: place)
        }
        var elements: [String: Value] = [:]
        var isSet = false
        switch collection?.content {
        case .map(let members, _): for member in members { elements[member.key] = member.value }
        case .list: isSet = true
        default: break
        }
        return keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { key in
            let unknown = Value.unknown(
                madeOf: collection.map { [$0] } ?? [], Reason("each.value is not known"), mayBeAbsent: true, origin: origin)
            return (key, elements[key] ?? (isSet ? .text(key, origin: origin) : unknown), .always)
        }
    }

    // MARK: - Resources

    /// A reference to a resource or data source of the plan.
    ///
    /// - Parameter name: its address in the module.
    func plannedReference(
        _ name: String, _ block: ConfigurationBlock?, _ steps: some Collection<TraversalStep>, _ user: BlockScope,
        _ facts: any PlannedFacts, at origin: Origin
    ) throws(ExpressionFailure) -> (value: Value, taken: Int) {
        let address = prefix + name
        let known = block.map { copies(of: $0, name) } ?? plannedCopies(of: nil, name, at: origin)
        guard let known, !known.isSingle || !facts.instances(ofResource: address).isEmpty else {
            return (.unknown(Reason("\(address) is not in the plan"), mayBeAbsent: true, origin: origin), 0)
        }
        func reference(_ repetition: Repetition) -> Value {
            let reference = facts.reference(to: address + repetition.suffix)
            if let block, name.hasPrefix("data.") {
                let name = String(name.dropFirst("data.".count))
                run.note(
                    .init(module: self, block: block, section: .data, name: name, repetition: repetition),
                    as: reference.resource)
            }
            return Value(.reference(reference), origin: origin)
        }
        guard case .index(let key)? = steps.first else { return (whole(known, reference, at: origin), 0) }
        return (try chosen(key, of: known, name: address, user, reference, at: origin), 1)
    }

    // MARK: - Inputs and outputs

    /// What the plan has for an input of the root module: at the place of what the files give where that is the same.
    func plannedVariable(_ name: String, written: Value?, at place: Origin, type: TypeConstraint = .any) -> Value? {
        guard call == nil, let planned = run.facts?.variable(name) else { return nil }
        guard !planned.isSensitive else { return SensitiveValue.hidden(at: place) }
        let evaluator = ExpressionEvaluator(scope: scope("var.\(name)"), node: place.node)
        func converted(_ value: Value) -> Value { type.converted(value) { evaluator.value(of: $0, .init(), at: $1) } }
        let value = converted(literal(planned.value, at: place))
        guard let written = written.map(converted), let text = written.knownJSONText, text == value.knownJSONText else {
            return value.placedThroughout(at: place)
        }
        return written
    }

    /// What stands in place of a value that is marked as sensitive. A plan shows nothing of one.
    func hidden(_ value: Value, _ reason: Reason) -> Value {
        run.facts == nil ? value.hidden(reason) : SensitiveValue.hidden(at: value.origin)
    }

    /// The names of the outputs: those of the files, or of the plan where these are not at hand.
    var outputNames: [String] {
        guard let facts = run.facts, configuration.documents.isEmpty else { return configuration.names(.output) }
        return facts.outputs(ofModule: address)
    }

    /// An output that only the plan tells.
    func plannedOutput(_ name: String) -> Value? {
        guard let facts = run.facts, let block = call?.block else { return nil }
        return facts.output(name, ofModule: address, at: block.origin(resource: nil))
    }

    // MARK: - Modules

    /// The modules of a call, as many as the plan has. One whose files are not at hand has the outputs that the plan tells.
    func plannedUse(of name: String, _ block: ConfigurationBlock, _ facts: any PlannedFacts) -> ModuleUse {
        let origin = block.origin(resource: nil, path: [.key("module"), .key(name)])
        let source = block.entry("source").flatMap { self.source($0, at: origin) }
        let isLocal = source.map(Self.isLocal) ?? false
        let path =
            isLocal ? source.map { ConfigurationRoots.joined(folder, $0) } : facts.folder(ofModule: name, in: address)
        let files = path.map(run.files) ?? []
        let folders = ancestors + [configuration.documents.first.map { Self.folder(of: $0.path) } ?? ""]
        guard folders.count < run.options.limits.nesting else {
            return .unread(Reason("module \(prefix)module.\(name) is nested too deep"))
        }
        return modules(name, block, files, path ?? "", folders, isLocal: isLocal, at: origin)
    }
}

extension BlockCopies {
    fileprivate var isSingle: Bool {
        if case .single = self { true } else { false }
    }
}
