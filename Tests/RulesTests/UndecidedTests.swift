import Testing

@testable import Rules

struct UndecidedTests {
    @Test func checksOfOneResourceAreOneVerdictWithAllReasons() throws {
        let outcome = try RuleFixtures.evaluate(
            """
            select: {kind: queue, as: q}
            checks:
              - {id: a, assert: q.visibilityTimeout > 1, at: q.visibilityTimeout, message: m}
              - {id: b, assert: q.delaySeconds > 1 && q.visibilityTimeout > 2, at: q.delaySeconds, message: m}
              - {id: c, assert: q.maximumMessageSize > 1, at: q, message: m}
            """,
            """
            jobs: {visibilityTimeout: {$unknown: parameter V}, delaySeconds: {$unknown: parameter D}}
            mail: {visibilityTimeout: {$unknown: parameter V}}
            """)
        #expect(outcome.undecided.count == 3)
        let merged = FindingMerge.mergingChecks(outcome.undecided)
        #expect(merged.map(\.resource) == ["jobs", "mail"])
        #expect(merged.first?.reasons.sorted() == ["parameter D", "parameter V"])
        #expect(merged.first?.location == outcome.undecided.first?.location)
    }

    @Test func membersOfAListStayApart() throws {
        let outcome = try RuleFixtures.evaluate(
            """
            select: {kind: queue, as: q}
            forEach: {in: q.consumers, as: c}
            checks: [{id: a, assert: c.name == 'x', at: q, message: m}, {id: b, assert: c.name != 'y', at: q, message: m}]
            """,
            "jobs: {consumers: [{name: {$unknown: parameter A}}, {name: {$unknown: parameter B}}]}")
        #expect(FindingMerge.mergingChecks(outcome.undecided).flatMap(\.reasons) == ["parameter A", "parameter B"])
    }

    @Test func aRelatedPlaceWhoseLabelIsNotKnownIsLeftOut() throws {
        let outcome = try RuleFixtures.evaluate(
            """
            select: {kind: queue, as: q}
            checks:
              - id: a
                assert: q.visibilityTimeout > 1
                at: q.visibilityTimeout
                related:
                  - {at: q.delaySeconds, label: "hidden for {{q.delaySeconds}} s"}
                  - {at: q.maximumMessageSize, label: "holds {{q.maximumMessageSize}} bytes"}
                message: m
            """,
            "jobs: {visibilityTimeout: 1, delaySeconds: {$unknown: parameter D}, maximumMessageSize: 9}")
        #expect(outcome.findings.flatMap(\.related).map(\.message) == ["holds 9 bytes"])
    }
}
