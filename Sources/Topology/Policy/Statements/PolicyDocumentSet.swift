import Evaluation
import Templates

/// All policies that count for a role or a resource.
struct PolicyDocumentSet {
    /// A role has 20 policies of 6,144 characters and 10,240 more of its own, and a statement takes 45.
    ///
    /// Source: IAM user guide, "IAM and AWS STS quotas".
    private static let mostStatements = 3_000

    /// The policy of a resource has some 470 statements at most: a key's has 32,768 characters, a topic's 30,720 and a bucket's
    /// 20,480, and a queue's 20 statements. Senders times statements are looked at.
    ///
    /// Source: KMS developer guide, "Resource quotas"; SNS and S3 user guides; SQS developer guide, "Quotas related to policies".
    private static let mostStatementsOfResource = 500

    var statements: [PolicyStatement] = []
    /// Why there may be policies that the input does not show.
    var open: [Reason] = []
    /// The statements by the resources that they name; `nil` where they are few, or where nobody asked for it.
    private var index: PatternIndex?

    mutating func add(_ other: PolicyDocumentSet) {
        statements += other.statements
        open += other.open
        index = nil
    }

    init(statements: [PolicyStatement] = [], open: [Reason] = []) {
        self.statements = statements
        self.open = open
    }

    /// The same, to be asked many questions: each looks at the statements alone that may concern its resource.
    func indexed() -> PolicyDocumentSet {
        guard statements.count >= PatternIndex.worthwhileCount else { return self }
        var index = PatternIndex()
        for statement in statements { index.add(statement.namedResources) }
        var copy = self
        copy.index = index
        return copy
    }

    /// The statements that may have something to say to a request, in their order.
    private func statements(for request: PolicyRequest) -> [PolicyStatement] {
        guard let index else { return statements }
        return index.candidates(for: request.resources).map { statements[$0] }
    }

    /// What the policies say to a request.
    func answer(to request: PolicyRequest, _ reading: Reading) throws(ReadingFailure) -> PolicyAnswer {
        // Nobody can deploy so many, and each question would look at all that name no resource.
        guard statements.count <= (request.caller == nil ? Self.mostStatements : Self.mostStatementsOfResource) else {
            return .unknown([Reason("there are more statements than AWS allows")])
        }
        var grant: Origin?
        var doubts: [Reason] = open
        var possibleDenials: [Reason] = []
        for statement in statements(for: request) where try reading.isTrue(statement.presence) {
            let match = try match(statement, request, reading)
            switch (statement.effect, match) {
            case ("Deny", .yes): return .denied(statement.origin)
            case ("Deny", .undecided(let reasons)): possibleDenials += reasons
            case ("Allow", .yes): grant = grant ?? statement.origin
            case ("Allow", .undecided(let reasons)): doubts += reasons
            case ("Allow", .no), ("Deny", .no): break
            default: doubts.append(Reason("the effect of a statement is not known"))
            }
        }
        if let grant { return possibleDenials.isEmpty ? .allowed(grant) : .unknown(possibleDenials) }
        return doubts.isEmpty ? .notGranted : .unknown(doubts)
    }

    private func match(
        _ statement: PolicyStatement, _ request: PolicyRequest, _ reading: Reading
    ) throws(ReadingFailure) -> PolicyMatch {
        var match = try statement.concerns(action: request.actionText, reading)
        if case .no = match { return .no }
        if !statement.resources.isEmpty || request.caller == nil {
            match = match.and(try statement.concerns(resources: request.resources, reading))
        }
        if let caller = request.caller { match = match.and(try statement.concerns(caller: caller, reading)) }
        if case .no = match { return .no }
        return match.and(try statement.holds(for: request, reading))
    }
}
