import YAMLBridge

/// One use of a template: its resources under given parameter values.
public struct Stack: Sendable {
    public let kind: TemplateKind
    public let document: Document
    /// `""` for a root, `WorkerStack` or `A/B` for a nested stack.
    public let name: String
    /// The root stack's index that this one belongs to; its own for a root.
    public let root: Int
    public let resources: [Resource]
    /// Entries of the template's own `Resources`.
    public let resourceCount: Int
    /// Why the stack may hold resources that are not listed: a nested template that was not found, a transform.
    public let open: [Reason]
    public let problems: [TemplateProblem]
    /// Bounds of the evaluation that the template went over, at most one of each kind in a run.
    public let exceededLimits: [ExceededLimit]
    /// Values that the stack exports for stacks outside the input.
    public let exports: [Value]
    /// Values that the stack gives out without exporting them; only a root's, since a parent takes those of a nested stack.
    public let outputs: [Value]
    /// The document holds values that its maker marks as secret: nobody may see its text.
    public let isConfidential: Bool
    /// The region that the template itself says it is for, as a Terraform provider does.
    public let region: String?

    public init(
        kind: TemplateKind, document: Document, name: String, root: Int, resources: [Resource], resourceCount: Int,
        open: [Reason], problems: [TemplateProblem], exceededLimits: [ExceededLimit] = [],
        exports: [Value], outputs: [Value], isConfidential: Bool = false, region: String? = nil
    ) {
        self.kind = kind
        self.document = document
        self.name = name
        self.root = root
        self.resources = resources
        self.resourceCount = resourceCount
        self.open = open
        self.problems = problems
        self.exceededLimits = exceededLimits
        self.exports = exports
        self.outputs = outputs
        self.isConfidential = isConfidential
        self.region = region
    }
}
