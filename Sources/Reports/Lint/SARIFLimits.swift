/// What a reader of SARIF takes at most.
package struct SARIFLimits: Sendable {
    /// Results of a run.
    package var results: Int
    /// Rules of a run.
    package var rules: Int
    /// Locations of a result, related ones included.
    package var locations: Int
    /// Tags of a rule.
    package var tags: Int
    /// Characters of a rule's name.
    package var name: Int
    /// Characters of a rule's short description, and of its full one.
    package var description: Int
    /// Characters of a rule's help, in either of its two forms.
    package var help: Int

    /// GitHub's code scanning refuses more than 25,000 results, 25,000 rules, 1,000 locations a result and 20 tags a rule;
    /// it shows the 5,000 most severe results, 100 locations and 10 tags. A rule's name has at most 255 characters, its descriptions 1,024.
    ///
    /// Source: docs.github.com, "SARIF results file exceeds limits" and "SARIF support for code scanning". The file may have
    /// 10 MB after compression, which 25,000 results stay far below: they repeat each other's words. No bound is given for
    /// the help; 32,768 characters are more than any page holds.
    package static let gitHub = SARIFLimits(
        results: 25_000, rules: 25_000, locations: 100, tags: 10, name: 255, description: 1024, help: 32_768)
}
