import Evaluation
import Templates

/// One statement of a policy document, as far as it is known.
///
/// Source: IAM user guide, "IAM JSON policy elements reference".
struct PolicyStatement {
    /// `Allow`, `Deny`, or something that is not known.
    let effect: String?
    let actions: [PolicyPattern]
    /// `NotAction`: everything but these.
    let isNotAction: Bool
    let resources: [PolicyPattern]
    let isNotResource: Bool
    /// The resources by their names; `nil` where they are few.
    let resourceIndex: PatternIndex?
    let principals: [PolicyPrincipal]
    let isNotPrincipal: Bool
    let conditions: [PolicyCondition]
    /// When the statement is there.
    let presence: Condition
    let origin: Origin
    /// The statement in the model; `nil` for one of a policy of AWS.
    let object: ObjectID?
    /// Why parts of it may say more than this.
    let open: Open

    init(
        effect: String?, actions: [PolicyPattern], isNotAction: Bool, resources: [PolicyPattern], isNotResource: Bool,
        principals: [PolicyPrincipal], isNotPrincipal: Bool, conditions: [PolicyCondition], presence: Condition,
        origin: Origin, object: ObjectID?, open: Open
    ) {
        self.effect = effect
        self.actions = actions
        self.isNotAction = isNotAction
        self.resources = resources
        self.isNotResource = isNotResource
        self.principals = principals
        self.isNotPrincipal = isNotPrincipal
        self.conditions = conditions
        self.presence = presence
        self.origin = origin
        self.object = object
        self.open = open
        resourceIndex = Self.index(of: resources)
    }

    private static func index(of resources: [PolicyPattern]) -> PatternIndex? {
        guard resources.count >= PatternIndex.worthwhileCount else { return nil }
        var index = PatternIndex()
        for pattern in resources { index.add(pattern.presence == .always ? [pattern.text] : nil) }
        return index
    }

    struct Open {
        var actions: [Reason] = []
        var resources: [Reason] = []
        var principals: [Reason] = []
        var conditions: [Reason] = []
    }
}

// MARK: - Questions

extension PolicyStatement {
    /// Whether it is about an action.
    /// - Parameter asked: its name in small letters.
    func concerns(action asked: PolicyText, _ reading: Reading) throws(ReadingFailure) -> PolicyMatch {
        var match = PolicyMatch(open: open.actions)
        for pattern in actions where try reading.isTrue(pattern.presence) {
            match = match.or(pattern.text.matches(asked))
            if case .yes = match { break }
        }
        return isNotAction ? match.negated : match
    }

    /// Whether it is about one of the texts that name a resource.
    func concerns(resources asked: [PolicyText], _ reading: Reading) throws(ReadingFailure) -> PolicyMatch {
        var match = PolicyMatch(open: open.resources)
        for pattern in resources(for: asked) where try reading.isTrue(pattern.presence) {
            if pattern.text.isAny { match = .yes }
            for text in asked {
                if case .yes = match { break }
                match = match.or(pattern.text.matches(text))
            }
            if case .yes = match { break }
        }
        return isNotResource ? match.negated : match
    }

    /// The patterns that may match one of some texts, and those that hang on a condition, which a question may have to settle.
    private func resources(for asked: [PolicyText]) -> [PolicyPattern] {
        guard let resourceIndex else { return resources }
        return resourceIndex.candidates(for: asked).map { resources[$0] }
    }

    /// The patterns of the resources that the statement is about, where it surely is about no others, and says nothing to
    /// questions about others. `nil` where that is not known.
    var namedResources: [PolicyText]? {
        guard effect == "Allow" || effect == "Deny", presence == .always, !isNotResource, !resources.isEmpty,
            open.resources.isEmpty, resources.allSatisfy({ $0.presence == .always }),
            actions.allSatisfy({ $0.presence == .always }), principals.allSatisfy({ $0.presence == .always })
        else { return nil }
        return resources.map(\.text)
    }

    /// Whether it is about a caller. A whole account says nothing of its roles, which need policies of their own.
    func concerns(caller: PolicyCaller, _ reading: Reading) throws(ReadingFailure) -> PolicyMatch {
        var match = PolicyMatch(open: open.principals)
        for principal in principals where try reading.isTrue(principal.presence) {
            match = match.or(Self.match(principal, caller))
            if case .yes = match { break }
        }
        return isNotPrincipal ? match.negated : match
    }

    private static func match(_ principal: PolicyPrincipal, _ caller: PolicyCaller) -> PolicyMatch {
        switch (principal.kind, caller) {
        case (.everyone, _): return .yes
        case (.service, .service(let name)): return principal.text.lowercased.matches(PolicyText(name))
        case (.aws, .role(let names)) where !principal.isAccount:
            return names.reduce(PolicyMatch.no) { $0.or(principal.text.matches($1)) }
        default: return .no
        }
    }

    /// Whether a whole account is meant, so that its own policies decide.
    func isForAccount(_ reading: Reading) throws(ReadingFailure) -> Bool {
        for principal in principals where try reading.isTrue(principal.presence) {
            if principal.isAccount { return true }
        }
        return false
    }
}
