import Evaluation
import Templates

/// Works out what resources that set other resources' fields make of these, before the fields are read.
struct OverlayResolver {
    let assembly: ModelAssembly
    let resolver: LinkResolver

    /// What overlays set for one field of one object.
    private struct Additions {
        var values: [ObjectID: [(value: Value, condition: Condition)]] = [:]
        /// Why any object of a system may have more, by its root stack: kept once, since each overlay that does not say whom
        /// it means may mean all.
        var doubts: [Int: [Reason]] = [:]
        /// The defaults by which something that would set it is not there.
        var defaults: [ObjectID: [OriginStep]] = [:]
    }

    func run() {
        for kind in assembly.schema.kinds where !assembly.ids(of: kind.key).isEmpty {
            for (slot, field) in kind.fields.enumerated() where !field.setBy.isEmpty { resolve(field, slot: slot, of: kind) }
        }
    }

    private func resolve(_ field: FieldDeclaration, slot: Int, of kind: KindDeclaration) {
        var additions = Additions()
        for overlay in field.setBy {
            for resource in assembly.overlayResources(ofType: overlay.resourceType) {
                collect(overlay, by: resource, kind: kind, into: &additions)
            }
        }
        let doubts = additions.doubts.mapValues { Array(ModelAssembly.unique($0).prefix(ReverseLinks.mostDoubts)) }
        let doubtful = doubts.keys.flatMap { assembly.ids(of: kind.key, inRoot: $0) }
        for id in Set(doubtful).union(additions.values.keys).union(additions.defaults.keys) {
            var own = assembly.written(slot: slot, of: id)
            if own.isAbsent { own = own.adding(steps: additions.defaults[id] ?? []) }
            let found = additions.values[id] ?? []
            let whole = merged(found, doubts[assembly.root(of: id)] ?? [], into: own, as: field)
            assembly.setWritten(slot: slot, of: id, to: whole)
        }
    }

    private func collect(
        _ overlay: FieldOverlay, by resource: ModelAssembly.Placed, kind: KindDeclaration,
        into additions: inout Additions
    ) {
        let owners = assembly.ids(of: kind.key, inRoot: resource.root)
        let place = Viewpoint(root: resource.root, dialect: .terraform)
        let body = resource.resource.body
        let value = overlay.source.value(in: body, dialect: .terraform)
        // What is never there sets nothing, and raises no doubt; what a default takes away is remembered.
        let isOff = resource.resource.existence == .never
        guard !value.isAbsent, !isOff || !resource.resource.existenceSteps.isEmpty else { return }
        for candidate in candidates(overlay.owner, body: body, kind: kind, owners: owners, from: place) {
            switch candidate.meaning {
            case .object(let id) where isOff:
                let step = OriginStep(kind: .notCreated, label: resource.resource.name, origin: value.origin)
                additions.defaults[id, default: []] += [step] + resource.resource.existenceSteps
            case .unknown where isOff: continue
            case .object(let id):
                let condition = candidate.condition.and(resource.resource.existence)
                additions.values[id, default: []].append((value, condition))
            case .unknown:
                additions.doubts[resource.root, default: []].append(Reason("\(resource.resource.name) may set it"))
            case .outside, .absent: continue
            }
        }
    }

    private func candidates(
        _ owner: FieldOverlay.Owner, body: Value, kind: KindDeclaration, owners: [ObjectID], from place: Viewpoint
    ) -> [LinkResolver.Candidate] {
        switch owner {
        case .link(let source):
            var value = source.value(in: body, dialect: .terraform)
            if source.lastName == "queue_url" { value = ReferenceForms(assembly: assembly).value(value, due: .url) }
            return resolver.candidates(value, among: kind.key, from: place)
        case .sameValue(let source, let field):
            let value = source.value(in: body, dialect: .terraform)
            guard assembly.mayCompare(owners.count) else { return [] }
            let same = owners.filter { value.isSurelyEqual(to: assembly.written(field, of: $0)) }.map { id in
                LinkResolver.Candidate(meaning: .object(id), condition: .always, value: value)
            }
            return same.isEmpty ? resolver.candidates(value, among: kind.key, from: place) : same
        }
    }

    private func merged(
        _ additions: [(value: Value, condition: Condition)], _ doubts: [Reason], into own: Value, as field: FieldDeclaration
    ) -> Value {
        if case .list = field.type { return extended(own, by: additions, doubts) }
        guard own.isAbsent else { return own }
        let rest = doubts.isEmpty ? own : Value(.unknown(doubts, mayBeAbsent: true), origin: own.origin)
        return additions.reversed().reduce(rest) { rest, addition in
            addition.condition == .always
                ? addition.value : Value(.choice(addition.condition, addition.value, rest), origin: addition.value.origin)
        }
    }

    private func extended(
        _ own: Value, by additions: [(value: Value, condition: Condition)], _ doubts: [Reason]
    ) -> Value {
        var found = ModelAssembly.elements(own)
        var open = ModelAssembly.openReasons(own) + doubts
        for addition in additions {
            // One may add several: `policy_arns` of aws_iam_role_policy_attachments_exclusive.
            guard case .list = addition.value.content else {
                found.append(addition)
                continue
            }
            found += ModelAssembly.elements(addition.value, when: addition.condition)
            open += ModelAssembly.openReasons(addition.value)
        }
        let elements = found.map { ModelAssembly.element($0.value, when: $0.condition) }
        return Value(.list(elements, open: ModelAssembly.unique(open)), origin: own.origin, steps: own.steps)
    }
}
