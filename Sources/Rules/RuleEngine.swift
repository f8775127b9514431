import CEL
import Evaluation
import Dispatch
import Synchronization
import Topology

/// Evaluates rules over a model.
package enum RuleEngine {
    /// Judges every object of the model by every rule that is enabled.
    ///
    /// Pure: the same arguments give the same outcome, whatever the number of threads.
    /// - Parameter jobs: the threads that a large model is judged on.
    /// - Throws: when a rule that runs cannot be used, or fails on this model; there is then no outcome at all.
    package static func evaluate(
        _ model: Model, rules: RuleSet, configuration: RuleConfiguration = RuleConfiguration(),
        context: CalculatorContext = CalculatorContext(), jobs: Int = 1
    ) throws(RuleError) -> RuleOutcome {
        var compiler = RuleCompiler(schema: model.schema, configuration: configuration, context: context)
        let compiled = try compile(rules, for: model, &compiler)
        return try evaluate(model, compiled, compiler, jobs: jobs)
    }

    static func evaluate(
        _ model: Model, _ compiled: [CompiledRule], _ compiler: RuleCompiler, jobs: Int = 1
    ) throws(RuleError) -> RuleOutcome {
        let portions = portions(of: compiled, in: model)
        let threads = min(max(1, jobs), max(1, portions.reduce(0) { $0 + $1.objects.count } / worthwhilePairs))
        let solver = WorldSolver(premises: model.premises)
        let next = Atomic(0)
        let finished = Mutex<[Int: Result<Judgement, RuleError>]>([:])
        let work = { @Sendable (_: Int) in
            let reader = ModelReader(keepingValuesOf: model)
            defer { reader.close() }
            while true {
                let number = next.add(1, ordering: .relaxed).oldValue
                guard number < portions.count else { break }
                let result = Result { () throws(RuleError) in try judge(model, portions[number], compiler, solver, reader) }
                finished.withLock { $0[number] = result }
            }
        }
        if threads == 1 {
            work(0)
        } else {
            DispatchQueue.concurrentPerform(iterations: threads, execute: work)
        }
        var whole = Judgement()
        for (_, result) in finished.withLock({ $0 }).sorted(by: { $0.key < $1.key }) {
            let part = try result.get()
            whole.findings += part.findings
            whole.undecided += part.undecided
            whole.passed.formUnion(part.passed)
        }
        return RuleOutcome(
            findings: FindingMerge.merged(whole.findings),
            undecided: Set(whole.undecided).sorted(by: ReportOrder.precedes), passed: whole.passed)
    }

    /// What some rules say of a model, in no order.
    private struct Judgement: Sendable {
        var findings: [Finding] = []
        var undecided: [UndecidedVerdict] = []
        var passed: Set<String> = []
    }

    /// A rule and some of the objects that it looks at: what a thread takes at a time.
    private struct Portion: Sendable {
        let rule: CompiledRule
        let objects: ArraySlice<ObjectID>
    }

    /// So many pairs of a rule and an object are worth another thread, which sees the objects through views of its own: they
    /// take milliseconds, a thread takes a tenth of one to start.
    private static let worthwhilePairs = 1_000
    /// Most objects of a portion: few enough that threads end together, though one rule takes more time than ten others.
    private static let mostObjects = 500

    private static func portions(of compiled: [CompiledRule], in model: Model) -> [Portion] {
        compiled.flatMap { rule in
            let ids = ids(of: rule.rule, in: model)
            return stride(from: 0, to: ids.count, by: mostObjects).map { start in
                Portion(rule: rule, objects: ids[start..<min(ids.count, start + mostObjects)])
            }
        }
    }

    private static func judge(
        _ model: Model, _ portion: Portion, _ compiler: RuleCompiler, _ solver: WorldSolver, _ reader: ModelReader
    ) throws(RuleError) -> Judgement {
        var judgement = Judgement()
        let rule = portion.rule
        let run = RuleRun(compiler: compiler, solver: solver)
        var quick = QuickJudge(rule: rule, run: run, reader: reader)
        var passedChecks: Set<String> = []
        // What hangs on unread properties shows by what an expression reads, which only the thorough judge notes.
        let mayHangOnUnread = UnreadReach(model: model, rule: rule).mayHang
        let allChecks = Array(rule.checks.indices)
        for id in portion.objects {
            let unsettled = mayHangOnUnread ? allChecks : quick.unsettledChecks(of: id)
            guard !unsettled.isEmpty else { continue }
            var judge = ObjectJudge(model: model, rule: rule, object: model[id], run: run)
            try judge.judge(by: unsettled)
            judgement.findings += judge.findings
            judgement.undecided += judge.undecided
            passedChecks.formUnion(judge.passed)
        }
        for (check, isPassed) in zip(rule.checks, quick.passed) where isPassed { passedChecks.insert(check.check.id) }
        judgement.passed.formUnion(passedChecks.map { "\(rule.rule.id)/\($0)" })
        return judgement
    }

    /// What a rule looks at.
    private static func ids(of rule: Rule, in model: Model) -> [ObjectID] {
        guard let kind = Kind(name: rule.selection.kind) else { return [] }
        let ids = model.ids(of: kind)
        guard let format = rule.selection.format else { return ids }
        return ids.filter { model.objects[$0.index].body == nil || model.objects[$0.index].dialect == format.dialect }
    }

    private static func compile(
        _ rules: RuleSet, for model: Model, _ compiler: inout RuleCompiler
    ) throws(RuleError) -> [CompiledRule] {
        let wanted = rules.rules.filter {
            compiler.configuration.isEnabled(id: $0.id, name: $0.name, status: $0.status)
                && !ids(of: $0, in: model).isEmpty
        }
        let compiled = wanted.compactMap { compiler.compile($0) }
        guard compiler.diagnostics.isEmpty else { throw .load(RuleLoadError(compiler.diagnostics)) }
        return compiled
    }
}
