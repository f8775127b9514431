import YAMLBridge

/// What came of one test of a rule file.
public struct RuleTestResult: Sendable {
    /// The rule's id.
    public let rule: String
    /// The test's name; for what a rule's tests lack as a whole, "coverage".
    public let name: String
    /// The path of the file that holds the test.
    public let file: String
    /// Where the test stands in that file; the rule's id for a result about all of its tests.
    public let span: SourceSpan
    /// Empty when the test passed.
    public let failures: [RuleDiagnostic]

    /// Whether nothing was different from what the test expects.
    public var isPassed: Bool { failures.isEmpty }
}
