import Evaluation
import CEL
import Templates
import Topology

/// Judges one check of one object in every world that makes a difference.
///
/// A verdict that hangs on an open condition is sought under both answers; one that is known in a world is the same in
/// every narrower world, so only what stayed open is looked at again.
struct CheckExplorer {
    /// Most worlds that a check is judged in: all answers to six conditions, and the ways there. More conditions than six are
    /// followed as far as that goes: of seven that must all hold, only eight answers make a difference.
    static let mostWorlds = 127
    /// Most conditions that are answered one after another.
    static let mostConditions = 32

    let model: Model
    let rule: CompiledRule
    let check: CompiledCheck
    let object: ModelObject
    let run: RuleRun
    private(set) var leaves: [Leaf] = []
    /// Those that were looked at or are about to be.
    private var worlds = 1

    init(model: Model, rule: CompiledRule, check: CompiledCheck, object: ModelObject, run: RuleRun) {
        self.model = model
        self.rule = rule
        self.check = check
        self.object = object
        self.run = run
    }

    mutating func explore() throws(RuleError) {
        try explore(.open, depth: 0, pending: nil)
    }

    /// - Parameter pending: the subjects that are still open; `nil` for all.
    private mutating func explore(_ world: World, depth: Int, pending: Set<Subject>?) throws(RuleError) {
        let reader = ModelReader(model: model, world: world)
        let site = Site(
            world: world, depth: depth, reader: reader,
            activation: RuleActivation(rule: rule, run: run, object: reader.object(object.id)))
        guard let exists = object.existence.holds(in: world) else {
            let atom = object.existence.undecidedAtom(in: world)
            return try settle(Unknown("whether \(object.name) exists is open"), on: atom, at: site, subjects: pending)
        }
        guard exists else { return record(.missing, nil, at: site) }
        switch try truth(of: rule.condition, site.activation) {
        case .no: record(.exempt, nil, at: site)
        case .open(let unknown): try settle(unknown, on: atom(in: unknown, reader), at: site, subjects: pending)
        case .yes: try judgeSubjects(at: site, pending: pending)
        }
    }

    private mutating func judgeSubjects(at site: Site, pending: Set<Subject>?) throws(RuleError) {
        guard let list = rule.list else {
            if let open = try judge(.object, at: site) {
                try settle(open, on: atom(in: open, site.reader), at: site, subjects: nil)
            }
            return
        }
        switch try run.value(of: list, site.activation) {
        case .unknown(let unknown):
            try settle(unknown, on: atom(in: unknown, site.reader), at: site, subjects: pending)
        case .list(let members):
            try judge(members, at: site, pending: pending)
        default:
            return
        }
    }

    private mutating func judge(_ members: ListValue, at site: Site, pending: Set<Subject>?) throws(RuleError) {
        let mark = site.reader.mark
        var open: Set<Subject> = []
        var first: ConditionAtom?
        for (index, member) in members.elements.enumerated() {
            let subject = Subject(member: member, index: index)
            guard pending?.contains(subject) ?? true else { continue }
            site.reader.rewind(to: mark)
            let own = site.with(site.activation.iterating(over: member))
            guard let unknown = try judge(subject, at: own) else { continue }
            if let atom = atom(in: unknown, site.reader), maySplit(at: site) {
                open.insert(subject)
                if first.map({ atom.key < $0.key }) ?? true { first = atom }
            } else {
                record(.open(Self.texts(unknown)), subject, at: own)
            }
        }
        if let tail = members.unknownTail, pending == nil { record(.open(Self.texts(tail)), nil, at: site) }
        if let first { try split(on: first, at: site, subjects: open) }
    }

    /// Records the verdict on a subject; what is open is returned instead.
    private mutating func judge(_ subject: Subject, at site: Site) throws(RuleError) -> Unknown? {
        for condition in [rule.memberCondition, check.condition] {
            switch try truth(of: condition, site.activation) {
            case .no:
                record(.exempt, subject, at: site)
                return nil
            case .open(let unknown): return unknown
            case .yes: continue
            }
        }
        let mark = site.reader.mark
        switch try truth(of: check.assertion, site.activation) {
        case .yes: record(.good, subject, at: site)
        case .no:
            let verdict = Verdict.bad(touched: site.reader.touched(), asserted: site.reader.touched(since: mark))
            record(verdict, subject, at: site)
        case .open(let unknown): return unknown
        }
        return nil
    }
}

// MARK: Worlds

extension CheckExplorer {
    private struct Site {
        let world: World
        let depth: Int
        let reader: ModelReader
        let activation: RuleActivation

        func with(_ activation: RuleActivation) -> Site {
            Site(world: world, depth: depth, reader: reader, activation: activation)
        }
    }

    private enum Truth { case yes, no, open(Unknown) }

    /// Looks under both answers to `atom`, or records that it stays open.
    private mutating func settle(
        _ unknown: Unknown, on atom: ConditionAtom?, at site: Site, subjects: Set<Subject>?
    ) throws(RuleError) {
        if let atom, maySplit(at: site) {
            return try split(on: atom, at: site, subjects: subjects)
        }
        let texts = atom == nil ? Self.texts(unknown) : ["it depends on more open conditions than are followed"]
        record(.open(texts), rule.list == nil ? .object : nil, at: site)
    }

    private func maySplit(at site: Site) -> Bool { worlds + 2 <= Self.mostWorlds && site.depth < Self.mostConditions }

    private mutating func split(on atom: ConditionAtom, at site: Site, subjects: Set<Subject>?) throws(RuleError) {
        worlds += 2
        for answer in [true, false] {
            let world = site.world.assuming(atom, answer)
            if case .impossible = run.answer(to: world) { continue }
            try explore(world, depth: site.depth + 1, pending: subjects)
        }
    }

    private mutating func record(_ verdict: Verdict, _ subject: Subject?, at site: Site) {
        leaves.append(
            Leaf(world: site.world, subject: subject, verdict: verdict, reader: site.reader, activation: site.activation))
    }

    private func truth(of expression: CompiledExpression?, _ activation: RuleActivation) throws(RuleError) -> Truth {
        guard let expression else { return .yes }
        switch try run.value(of: expression, activation) {
        case .bool(let flag): return flag ? .yes : .no
        case .unknown(let unknown): return .open(unknown)
        default: return .open(Unknown("the expression gives no truth value"))
        }
    }

    /// The open condition to split on: of several the one with the least key, so that every run takes the same.
    private func atom(in unknown: Unknown, _ reader: ModelReader) -> ConditionAtom? {
        unknown.reasons.compactMap(\.key).sorted().lazy.compactMap { reader.atom($0) }.first
    }

    private static func texts(_ unknown: Unknown) -> Set<String> { Set(unknown.reasons.map(\.text)) }
}
