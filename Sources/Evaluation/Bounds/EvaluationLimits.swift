/// Bounds on what templates from a stranger may ask of their evaluation. Each one that is reached is told in
/// `Stack.exceededLimits`, and what it cut off is unknown.
package struct EvaluationLimits: Sendable, Hashable {
    /// Most nodes, variables and pieces of text that a run evaluates.
    package var steps: Int
    /// Deepest nesting of functions, counted through everything that they refer to: conditions, outputs, nested stacks. As deep
    /// as the reader takes texts, so that only references can go further. AWS names no bound of its own
    /// (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html).
    package var depth: Int
    /// Most stacks of a run, each use of a nested template being one. Further ones are left out.
    package var stacks: Int
    /// Most of these that other stacks make. AWS takes 2,500 resources of all nested stacks in one operation (the page above);
    /// each one keeps its own evaluation in memory.
    package var nestedStacks: Int
    /// Deepest nesting of stacks. AWS names no bound but 2,500 resources of all stacks in one operation (the page above).
    package var nesting: Int
    /// Most entries that the `Fn::ForEach` loops of a run give.
    package var loopEntries: Int
    /// Most copies that `count`, `for_each` and dynamic blocks of a root module give.
    package var copies: Int
    /// Longest text that functions put together, in bytes. CloudFormation itself takes templates of 1 MB
    /// (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html).
    package var textBytes: Int
    /// Largest list or map that others share, in bytes of memory, each part counted as often as it is met: what keeps values
    /// that double from one to the next in bounds. A map of 4,000 keys with ten texts each takes 4 MB.
    package var valueBytes: Int

    /// Creates bounds; the defaults are those of every command.
    package init(
        steps: Int = 4_000_000, depth: Int = 512, stacks: Int = 100_000, nestedStacks: Int = 20_000, nesting: Int = 100,
        loopEntries: Int = 10_000,
        copies: Int = 100_000, textBytes: Int = 1 << 20, valueBytes: Int = 16 << 20
    ) {
        self.steps = steps
        self.depth = depth
        self.stacks = stacks
        self.nestedStacks = nestedStacks
        self.nesting = nesting
        self.loopEntries = loopEntries
        self.copies = copies
        self.textBytes = textBytes
        self.valueBytes = valueBytes
    }

    /// The bounds for an input of a size: a run of many templates may do a step of work for each byte of them.
    package func widened(forBytes count: Int) -> EvaluationLimits {
        var limits = self
        limits.steps = max(steps, count)
        return limits
    }

    /// What templates are evaluated with unless a caller says otherwise.
    package static let `default` = EvaluationLimits()
}
