import Evaluation
import Templates
import Testing
import Topology
import YAMLBridge

@testable import Rules

/// Verdicts, places, messages.
struct RuleEngineTests {
    private static let timeout = """
        select: {kind: queue, as: q}
        checks:
          - id: fast
            assert: q.visibilityTimeout < 60
            at: q.visibilityTimeout
            message: "{{q.name}} hides for {{q.visibilityTimeout}} s"
        """

    @Test func aFalseAssertionIsAFindingAtItsField() throws {
        let outcome = try RuleFixtures.evaluate(Self.timeout, "jobs: {visibilityTimeout: 90}\nmail: {visibilityTimeout: 9}")
        let finding = try #require(outcome.findings.first)
        #expect(outcome.findings.count == 1)
        #expect(finding.message == "jobs hides for 90 s")
        #expect(finding.location.span.start == SourcePosition(line: 1, column: 8))
        #expect(finding.location.resource == "jobs")
        #expect(finding.location.path == "visibilityTimeout")
        #expect(finding.severity == .error)
    }

    @Test func anUnknownIsUndecidedWithItsReason() throws {
        let outcome = try RuleFixtures.evaluate(Self.timeout, "jobs: {visibilityTimeout: {$unknown: parameter T has no value}}")
        #expect(outcome.findings.isEmpty)
        #expect(outcome.undecided.map(\.reasons) == [["parameter T has no value"]])
    }

    @Test(arguments: [("note", Severity.note), ("fail", .error)])
    func aCheckMayReportWhatItCannotDecide(policy: String, severity: Severity) throws {
        let outcome = try RuleFixtures.evaluate(
            Self.timeout + "\n    onUnknown: \(policy)", "jobs: {visibilityTimeout: {$unknown: no value}}")
        #expect(outcome.findings.map(\.severity) == [severity])
        #expect(outcome.findings.map(\.message) == ["jobs cannot be judged: no value"])
        #expect(outcome.undecided.isEmpty)
    }

    @Test func anInterpolatedUnknownIsPrintedAndDropsNothing() throws {
        let outcome = try RuleFixtures.evaluate(
            Self.timeout.replacing("{{q.name}}", with: "{{q.delaySeconds}}"),
            "jobs: {visibilityTimeout: 90, delaySeconds: {$unknown: parameter D}}")
        #expect(outcome.findings.map(\.message) == ["<unknown: parameter D> hides for 90 s"])
    }

    @Test func findingsAreSortedAndEqualOnesMerge() throws {
        let model = "b: {visibilityTimeout: 90}\na: {visibilityTimeout: 90}"
        let outcome = try RuleFixtures.evaluate(Self.timeout, model)
        #expect(outcome.findings.map(\.location.resource) == ["b", "a"])
        let twice =
            Self.timeout + """

                tags: [x]
                forEach: {in: "['x', 'x']", as: e}
                """
        #expect(try RuleFixtures.evaluate(twice, model).findings.count == 2)
    }

    @Test func fingerprintsSurviveMovedLinesAndTellSubjectsApart() throws {
        let rule = """
            select: {kind: queue, as: q}
            forEach: {in: q.consumers, as: c}
            checks: [{id: fast, assert: c.processingSeconds < 60, at: q.visibilityTimeout, message: slow}]
            """
        let queues =
            "jobs: {visibilityTimeout: 9, consumers: [{name: a, processingSeconds: 90}, {name: b, processingSeconds: 91}]}"
        let first = try RuleFixtures.evaluate(rule, queues).findings
        // Both say "slow" of one place, but of two consumers.
        let moved = try RuleFixtures.evaluate(rule, "# a comment\n\n" + queues).findings
        #expect(first.map(\.fingerprint) == moved.map(\.fingerprint))
        #expect(first.allSatisfy { $0.fingerprint.utf8.count == 16 })
        #expect(Set(first.map(\.fingerprint)).count == 2)
    }

    @Test func aServiceDefaultIsKnown() throws {
        let outcome = try RuleFixtures.evaluate(Self.timeout.replacing("< 60", with: "< 30"), "jobs: {}")
        #expect(outcome.findings.map(\.message) == ["jobs hides for 30 s"])
    }

    @Test func configurationChoosesRulesAndSeverity() throws {
        let model = try RuleFixtures.queues("jobs: {visibilityTimeout: 90}")
        let rules = try RuleFixtures.rules(Self.timeout)
        func findings(_ configuration: RuleConfiguration) throws -> [Finding] {
            try RuleEngine.evaluate(model, rules: rules, configuration: configuration).findings
        }
        #expect(try findings(RuleConfiguration(select: ["SQS"])).isEmpty)
        #expect(try findings(RuleConfiguration(select: ["TST"])).count == 1)
        #expect(try findings(RuleConfiguration(select: ["test-rule"], ignore: ["TST001"])).isEmpty)
        let note = RuleConfiguration(overrides: ["test-rule": .init(severity: .note)])
        #expect(try findings(note).map(\.severity) == [.note])
    }

    @Test func parametersOfTheConfigurationAreChecked() throws {
        let rules = try RuleFixtures.rules(
            """
            params: {limit: {type: int, default: 60, min: 1, max: 100, doc: the limit}}
            """ + "\n" + Self.timeout.replacing("< 60", with: "< params.limit"))
        let model = try RuleFixtures.queues("jobs: {visibilityTimeout: 70}")
        func evaluate(_ text: String) throws -> RuleOutcome {
            let entries = try RuleFixtures.document(text, path: "ecslint.yaml").root?.entries ?? []
            let override = RuleConfiguration.Override(parameters: entries.map { .init(name: $0.key, value: $0.value) })
            return try RuleEngine.evaluate(model, rules: rules, configuration: RuleConfiguration(overrides: ["TST001": override]))
        }
        #expect(try evaluate("limit: 60").findings.count == 1)
        #expect(try evaluate("limit: 71").findings.isEmpty)
        for (text, code) in [("limt: 3", "unknown-parameter"), ("limit: many", "wrong-type"), ("limit: 101", "bad-value")] {
            let error = #expect(throws: RuleError.self) { try evaluate(text) }
            #expect(error?.diagnostics.map(\.code) == [code])
            #expect(error?.diagnostics.first?.file == "ecslint.yaml")
        }
    }

    @Test func aFailingExpressionIsALocatedErrorNeverAPass() throws {
        let error = #expect(throws: RuleError.self) {
            try RuleFixtures.evaluate(Self.timeout.replacing("< 60", with: "/ q.delaySeconds < 60"), "jobs: {delaySeconds: 0}")
        }
        let fault = try #require(error?.diagnostics.first)
        #expect(fault.file == "rules/test.yaml")
        #expect(fault.span.start == SourcePosition(line: 10, column: 13))
        #expect(fault.code == "rule-failed")
    }

    @Test func aFailingVariableIsLocatedAtTheVariable() throws {
        let error = #expect(throws: RuleError.self) {
            try RuleFixtures.evaluate(
                """
                select: {kind: queue, as: q}
                variables: [{name: ratio, value: 1 / q.delaySeconds}]
                checks: [{id: c, assert: variables.ratio > 3, at: q, message: m}]
                """, "jobs: {delaySeconds: 0}")
        }
        #expect(error?.diagnostics.first?.span.start.line == 8)
    }

    @Test func variablesAreWorkedOutOnlyWhenRead() throws {
        let outcome = try RuleFixtures.evaluate(
            """
            select: {kind: queue, as: q}
            variables:
              - {name: ratio, value: 1 / q.delaySeconds}
              - {name: twice, value: 2 * variables.ratio}
            checks: [{id: c, when: q.delaySeconds > 0, assert: variables.twice > 3, at: q, message: "{{variables.twice}}"}]
            """, "jobs: {delaySeconds: 0}\nmail: {delaySeconds: 1}")
        #expect(outcome.findings.map(\.message) == ["2"])
    }

    @Test func tooMuchWorkIsAnErrorNotAPass() throws {
        let list = "[" + Array(repeating: "0", count: 120).joined(separator: ",") + "]"
        let error = #expect(throws: RuleError.self) {
            try RuleFixtures.evaluate(
                """
                select: {kind: queue, as: q}
                variables: [{name: l, value: "\(list)"}]
                checks: [{id: c, assert: "variables.l.all(a, variables.l.all(b, variables.l.all(d, a + b + d == 0)))", at: q, message: m}]
                """, "jobs: {}")
        }
        #expect(error?.diagnostics.first?.message.contains("more steps") == true)
    }

    @Test func aKnownMemberViolatesInAnOpenList() throws {
        let rule = """
            select: {kind: queue, as: q}
            forEach: {in: q.consumers, as: c}
            checks: [{id: fast, assert: c.processingSeconds < 60, at: q, message: "{{c.name}}"}]
            """
        let open = try RuleFixtures.evaluate(
            rule, "jobs: {consumers: {$open: [{name: a, processingSeconds: 90}], $reason: import}}")
        #expect(open.findings.map(\.message) == ["a"])
        #expect(open.undecided.isEmpty)
        let good = try RuleFixtures.evaluate(
            rule, "jobs: {consumers: {$open: [{name: a, processingSeconds: 9}], $reason: import}}")
        #expect(good.findings.isEmpty)
        #expect(good.undecided.map(\.reasons) == [["import"]])
    }

    @Test func relatedPlacesAndTouchedFieldsAreShown() throws {
        let rule = """
            select: {kind: queue, as: q}
            checks:
              - {id: sum, assert: q.visibilityTimeout + q.delaySeconds < 60, at: q.visibilityTimeout, message: slow}
              - id: labelled
                assert: q.visibilityTimeout + q.delaySeconds < 60
                at: q.visibilityTimeout
                related: [{at: q.delaySeconds, label: "and {{q.delaySeconds}} s"}]
                message: slow
            """
        let findings = try RuleFixtures.evaluate(rule, "jobs:\n  visibilityTimeout: 50\n  delaySeconds: 20").findings
        #expect(findings.map { $0.related.map(\.message) } == [["and 20 s"], ["delaySeconds of jobs is 20"]])
        #expect(findings.allSatisfy { $0.related.first?.location.span.start.line == 3 })
    }

    @Test func theWayOfAValueIsShownStepByStep() throws {
        let model = try RuleFixtures.cloudFormation(
            """
            Parameters:
              Timeout: {Type: Number, Default: 90}
            Resources:
              Jobs:
                Type: AWS::SQS::Queue
                Properties:
                  VisibilityTimeout: !Ref Timeout
            """)
        let finding = try #require(
            try RuleEngine.evaluate(model, rules: RuleFixtures.rules(Self.timeout)).findings.first)
        #expect(finding.message == "Jobs hides for 90 s, with Timeout = 90 (default)")
        #expect(finding.location.span.start.line == 7)
        #expect(
            finding.related.map(\.message) == [
                "VisibilityTimeout comes from parameter Timeout, its default",
                "VisibilityTimeout comes from parameter Timeout, its default, set here",
            ])
        #expect(finding.related.allSatisfy { $0.location.span.start.line == 2 })
    }

    /// What holds for a parameter's default only says so, whether the default is the value or chooses it.
    @Test(arguments: [
        "!If [IsLive, 600, 90]", "!If [IsNotLive, 90, 600]", "!If [!Not [{Condition: IsLive}], 90, 600]",
        "!FindInMap [Times, !Ref Stage, seconds]", "!If [IsLive, 600, !FindInMap [Times, dev, seconds]]",
    ])
    func aChoiceByADefaultSaysSo(written: String) throws {
        let model = try RuleFixtures.cloudFormation(
            """
            Parameters:
              Stage: {Type: String, Default: dev}
            Conditions:
              IsLive: !Equals [!Ref Stage, live]
              IsNotLive: !Not [!Condition IsLive]
            Mappings:
              Times: {dev: {seconds: 90}, live: {seconds: 600}}
            Resources:
              Jobs:
                Type: AWS::SQS::Queue
                Properties:
                  VisibilityTimeout: \(written)
            """)
        let finding = try #require(
            try RuleEngine.evaluate(model, rules: RuleFixtures.rules(Self.timeout)).findings.first)
        #expect(finding.message == "Jobs hides for 90 s, with Stage = dev (default)")
        #expect(finding.related.allSatisfy { $0.message == "VisibilityTimeout comes from mapping Times, dev, set here" })
    }

    /// A derived value does not say what it came from, the property at which the finding stands does.
    @Test func theDefaultOfThePlaceThatIsShownIsNamed() throws {
        let rules = try RuleFixtures.rules(
            """
            select: {kind: queue, as: q}
            checks: [{id: fast, assert: "!q.isVisibilityTimeoutWritten", at: q.visibilityTimeout, message: written}]
            """)
        let model = try RuleFixtures.cloudFormation(
            """
            Parameters: {Timeout: {Type: Number, Default: 90}}
            Resources:
              Jobs: {Type: AWS::SQS::Queue, Properties: {VisibilityTimeout: !Ref Timeout}}
            """)
        let finding = try #require(try RuleEngine.evaluate(model, rules: rules).findings.first)
        #expect(finding.message == "written, with Timeout = 90 (default)")
    }

    @Test func aChoiceByAGivenParameterAssumesNothing() throws {
        let text = """
            Parameters:
              Stage: {Type: String, Default: live}
            Conditions:
              IsLive: !Equals [!Ref Stage, live]
            Resources:
              Jobs:
                Type: AWS::SQS::Queue
                Properties:
                  VisibilityTimeout: !If [IsLive, 600, 90]
            """
        let model = try RuleFixtures.cloudFormation(
            text, options: LoadOptions(parameters: ["Stage": .init("dev", source: "--parameters")]))
        let finding = try #require(
            try RuleEngine.evaluate(model, rules: RuleFixtures.rules(Self.timeout)).findings.first)
        #expect(finding.message == "Jobs hides for 90 s")
    }

    /// A path that ends at a member of a list points at that member, not at the object that the rule is about.
    @Test func aMemberOfAListHasItsOwnPlace() throws {
        let rules = try RuleFixtures.rules(
            """
            select: {kind: queue, as: q}
            checks:
              - id: fast
                assert: q.visibilityTimeout < 90
                at: q.visibilityTimeout
                related: [{at: "q.consumers[0].evidence[0]", label: works it off}, {at: "q.consumers[1].evidence[0]", label: nobody}]
                message: slow
            """)
        let model = try RuleFixtures.cloudFormation(
            """
            Resources:
              Jobs: {Type: AWS::SQS::Queue, Properties: {VisibilityTimeout: 90}}
              Feed:
                Type: AWS::Lambda::EventSourceMapping
                Properties:
                  EventSourceArn: !GetAtt Jobs.Arn
                  FunctionName: worker
            """)
        let finding = try #require(try RuleEngine.evaluate(model, rules: rules).findings.first)
        #expect(finding.related.first?.message == "works it off")
        #expect((3...7).contains(finding.related.first?.location.span.start.line ?? 0))
    }

    /// A key that is not there is shown at the nearest one that is.
    @Test func anAbsentPropertyIsShownAtItsParent() throws {
        let rules = try RuleFixtures.rules(
            """
            select: {kind: queue, as: q}
            checks: [{id: dead, assert: has(q.redrive), at: q.redrive.maxReceiveCount, message: none}]
            """)
        let model = try RuleFixtures.cloudFormation(
            """
            Resources:
              Jobs:
                Type: AWS::SQS::Queue
                Properties:
                  VisibilityTimeout: 3
              Mail: {Type: AWS::SQS::Queue}
            """)
        let findings = try RuleEngine.evaluate(model, rules: rules).findings
        #expect(findings.map(\.location.span.start.line) == [4, 6])
        #expect(findings.map(\.location.path) == ["Properties", nil])
    }
}
