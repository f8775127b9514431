import Evaluation
import YAMLBridge

/// Follows references of a plan's configuration to the resources behind them: through module inputs and outputs, and to
/// the right instance of what `count` and `for_each` multiply.
final class PlanReferences {
    /// Deepest way through inputs and outputs; a circle ends here too.
    private static let deepest = 64
    /// Most references followed for one expression: a way that forks at each step grows without end.
    private static let mostSteps = 2_000
    /// Most resources that one value keeps.
    private static let mostTargets = 64

    private let index: PlanIndex
    private var steps = 0

    init(_ index: PlanIndex) {
        self.index = index
    }

    /// Where an expression leads.
    func answer(to expression: PlanExpression, at place: PlanPlace) -> PlanAnswer {
        steps = 0
        return answer(to: expression, at: place, depth: 0)
    }

    /// Where each of some references leads.
    func answers(to references: [TerraformReference], at place: PlanPlace) -> [PlanAnswer] {
        steps = 0
        return references.filter { !$0.isIndex }.map { answer(to: $0, among: references, at: place, depth: 0) }
    }

    private func answer(to expression: PlanExpression, at place: PlanPlace, depth: Int) -> PlanAnswer {
        let references = expression.references
        // `a.b[each.key].arn` is listed as `a.b` and `each.key`.
        let parts = references.filter { !$0.isIndex }
        var answer = PlanAnswer.nothing
        for part in parts {
            let found = self.answer(to: part, among: references, at: place, depth: depth + 1)
            answer.add(found, limit: Self.mostTargets)
            answer.isWhole = parts.count == 1 && found.isWhole
        }
        return answer
    }

    private func answer(
        to reference: TerraformReference, among all: [TerraformReference], at place: PlanPlace, depth: Int
    ) -> PlanAnswer {
        steps += 1
        guard depth < Self.deepest, steps < Self.mostSteps else {
            return PlanAnswer(reasons: [Reason("the way to it is too long")])
        }
        switch reference.subject {
        case .resource: return resource(reference, among: all, at: place)
        case .moduleOutput(let module, let output):
            return self.output(output, of: module, reference, among: all, at: place, depth: depth)
        case .input(let name): return input(name, reference, at: place, depth: depth)
        case .eachValue: return eachValue(reference, at: place, depth: depth)
        case .local(let name): return PlanAnswer(reasons: [Reason("a plan does not tell what local.\(name) is")])
        case .eachKey, .countIndex, .other: return .nothing
        }
    }

    // MARK: - Resources

    private func resource(
        _ reference: TerraformReference, among all: [TerraformReference], at place: PlanPlace
    ) -> PlanAnswer {
        guard let name = reference.resourceName else { return .nothing }
        let base = PlanModule.address(of: name, in: place.module)
        let instances = index.instances(of: base)
        if let one = instance(of: instances, base, reference, among: all, at: place) {
            let target = PlanTarget(address: base + one, attribute: reference.attribute)
            return PlanAnswer(targets: [target], isWhole: true, meetsResources: true)
        }
        let targets = instances.prefix(Self.mostTargets).map {
            PlanTarget(address: base + $0, attribute: reference.attribute)
        }
        return PlanAnswer(targets: targets, meetsResources: true)
    }

    /// The instance that a reference means, when it means one: the one it names, the one of the same key, or the only one.
    private func instance(
        of instances: [String], _ base: String, _ reference: TerraformReference, among all: [TerraformReference],
        at place: PlanPlace
    ) -> String? {
        if let named = reference.instance { return index.hasInstance(named, of: base) ? named : nil }
        if instances.count == 1 { return instances.first }
        guard reference.attribute.isEmpty, all.contains(where: \.isIndex), index.hasInstance(place.instance, of: base) else {
            return nil
        }
        return place.instance
    }

    // MARK: - Modules

    private func output(
        _ output: String?, of call: String, _ reference: TerraformReference, among all: [TerraformReference],
        at place: PlanPlace, depth: Int
    ) -> PlanAnswer {
        let modules = index.modules(of: call, in: place.module)
        let chosen: [PlanModule]
        let isOne: Bool
        if let named = reference.instance {
            chosen = index.module(call, withKey: named, in: place.module).map { [$0] } ?? []
            isOne = true
        } else if modules.count > 1, output == nil, all.contains(where: \.isIndex),
            let same = index.module(call, withKey: place.instance, in: place.module)
        {
            chosen = [same]
            isOne = true
        } else {
            chosen = modules
            isOne = modules.count == 1
        }
        var answer = PlanAnswer(meetsResources: true)
        // What comes behind the last target that a value keeps says nothing more.
        for module in chosen where answer.targets.count < Self.mostTargets {
            // `module.a[each.key].arn` does not say which output it takes: any may be it.
            let names = output.map { [$0] } ?? module.configuration?.outputs ?? []
            for name in names {
                guard let expression = module.configuration?.output(name) else { continue }
                let found = self.answer(to: expression, at: PlanPlace(module: module), depth: depth)
                answer.add(found, limit: Self.mostTargets)
                answer.isWhole = isOne && names.count == 1 && reference.attribute.isEmpty && found.isWhole
            }
        }
        return answer
    }

    private func input(
        _ name: String, _ reference: TerraformReference, at place: PlanPlace, depth: Int
    ) -> PlanAnswer {
        let module = place.module
        guard let parent = module.parent, let call = module.callNode,
            let expression = call["expressions"]?[name].flatMap({ PlanExpression($0) })
        else { return .nothing }
        let outer = PlanPlace(module: parent, instance: module.instance, configuration: call)
        let found = answer(to: expression, at: outer, depth: depth)
        // A member of an object that is made of several things may be any of them.
        return reference.attribute.isEmpty ? found : found.inPart
    }

    /// `each.value.arn` with `for_each = aws_sqs_queue.q` is the queue of the same key, and with `for_each = module.queue`
    /// the output of the module of the same key.
    private func eachValue(_ reference: TerraformReference, at place: PlanPlace, depth: Int) -> PlanAnswer {
        guard let forEach = place.forEach else { return .nothing }
        let sources = forEach.references
        if sources.count == 1, sources[0].instance == nil, sources[0].attribute.isEmpty,
            let answer = sameKey(sources[0], reference, at: place, depth: depth)
        {
            return answer
        }
        return answer(to: forEach, at: place, depth: depth).inPart
    }

    /// What a resource or module of the place's own key gives.
    private func sameKey(
        _ source: TerraformReference, _ reference: TerraformReference, at place: PlanPlace, depth: Int
    ) -> PlanAnswer? {
        if let name = source.resourceName {
            let base = PlanModule.address(of: name, in: place.module)
            guard index.hasInstance(place.instance, of: base) else { return nil }
            let target = PlanTarget(address: base + place.instance, attribute: reference.attribute)
            return PlanAnswer(targets: [target], isWhole: true, meetsResources: true)
        }
        guard case .moduleOutput(let call, nil) = source.subject, !reference.attribute.isEmpty,
            let module = index.module(call, withKey: place.instance, in: place.module),
            let expression = module.configuration?.output(reference.attribute)
        else { return nil }
        return answer(to: expression, at: PlanPlace(module: module), depth: depth)
    }
}

extension TerraformReference {
    /// `aws_sqs_queue.q`, `data.aws_iam_policy_document.d`; `nil` for what is no resource.
    var resourceName: String? {
        guard case .resource(let isData, let type, let name) = subject else { return nil }
        return isData ? "data.\(type).\(name)" : "\(type).\(name)"
    }

    /// `each.key` and `count.index` choose an instance and are no part of the value that the instance gives.
    var isIndex: Bool { subject == .eachKey || subject == .countIndex }
}
