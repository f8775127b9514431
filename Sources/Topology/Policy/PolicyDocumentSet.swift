import Templates

/// All policies that count for a role or a resource.
struct PolicyDocumentSet {
    var statements: [PolicyStatement] = []
    /// Why there may be policies that the input does not show.
    var open: [Reason] = []

    mutating func add(_ other: PolicyDocumentSet) {
        statements += other.statements
        open += other.open
    }

    /// What the policies say to a request.
    func answer(to request: PolicyRequest, _ reading: Reading) throws(ReadingFailure) -> PolicyAnswer {
        var grant: Origin?
        var doubts: [Reason] = open
        var possibleDenials: [Reason] = []
        for statement in statements where try reading.isTrue(statement.presence) {
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
        var match = try statement.concerns(action: request.action, reading)
        if case .no = match { return .no }
        if !statement.resources.isEmpty || request.caller == nil {
            match = match.and(try statement.concerns(resources: request.resources, reading))
        }
        if let caller = request.caller { match = match.and(try statement.concerns(caller: caller, reading)) }
        if case .no = match { return .no }
        return match.and(try statement.holds(for: request, reading))
    }
}
