import YAMLBridge

/// What came of one test of a rule file.
package struct RuleTestResult: Sendable {
    /// The rule's id.
    package let rule: String
    /// The test's name; for what a rule's tests lack as a whole, "coverage".
    package let name: String
    /// The path of the file that holds the test.
    package let file: String
    /// Where the test stands in that file; the rule's id for a result about all of its tests.
    package let span: SourceSpan
    /// Empty when the test passed.
    package let failures: [RuleDiagnostic]

    /// Whether nothing was different from what the test expects.
    package var isPassed: Bool { failures.isEmpty }
}
