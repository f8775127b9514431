import YAMLBridge

/// What came of one test of a rule file.
public struct RuleTestResult: Sendable {
    public let rule: String
    /// The test's name; for what a rule's tests lack as a whole, "coverage".
    public let name: String
    public let file: String
    public let span: SourceSpan
    /// Empty when the test passed.
    public let failures: [RuleDiagnostic]

    public var isPassed: Bool { failures.isEmpty }
}
