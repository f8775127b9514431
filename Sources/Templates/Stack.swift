import Evaluation
import YAMLBridge

/// One use of a template: its resources under given parameter values.
package struct Stack: Sendable {
    /// The language that it is written in.
    package let kind: TemplateKind
    /// The template; a configuration of Terraform has a stack for each of its files.
    package let document: Document
    /// `""` for a root, `WorkerStack` or `A/B` for a nested stack.
    package let name: String
    /// The root stack's index that this one belongs to; its own for a root.
    package let root: Int
    /// What the stack creates; one that `Fn::ForEach`, `count` or `for_each` repeats is there once for each.
    package let resources: [Resource]
    /// Entries of the template's own `Resources`.
    package let resourceCount: Int
    /// Names of the parameters that the template declares.
    package let parameterNames: [String]
    /// Whether the template declares no parameter beside `parameterNames`, as far as the input shows.
    package let declaresAllParameters: Bool
    /// What may make or change resources without being read: a nested template that was not found, a transform.
    package let open: [Opening]
    /// What is wrong with the template, as far as it was evaluated.
    package let problems: [TemplateProblem]
    /// Bounds of the evaluation that the template went over, at most one of each kind in a run.
    package let exceededLimits: [ExceededLimit]
    /// Values that the stack exports for stacks outside the input.
    package let exports: [Value]
    /// Values that the stack gives out without exporting them; only a root's, since a parent takes those of a nested stack.
    package let outputs: [Value]
    /// The document holds values that its maker marks as secret: nobody may see its text.
    package let isConfidential: Bool
    /// The region that the template itself says it is for, as a Terraform provider does.
    package let region: String?

    /// What holds of the open inputs in every deployment: validations, preconditions, `Rules`.
    package let premises: [Condition]

    /// Creates a stack whose template is evaluated.
    package init(
        kind: TemplateKind, document: Document, name: String, root: Int, resources: [Resource], resourceCount: Int,
        parameterNames: [String] = [], declaresAllParameters: Bool = false, open: [Opening],
        problems: [TemplateProblem], exceededLimits: [ExceededLimit] = [], exports: [Value], outputs: [Value],
        isConfidential: Bool = false, region: String? = nil, premises: [Condition] = []
    ) {
        self.kind = kind
        self.document = document
        self.name = name
        self.root = root
        self.resources = resources
        self.resourceCount = resourceCount
        self.parameterNames = parameterNames
        self.declaresAllParameters = declaresAllParameters
        self.open = open
        self.problems = problems
        self.exceededLimits = exceededLimits
        self.exports = exports
        self.outputs = outputs
        self.isConfidential = isConfidential
        self.region = region
        self.premises = premises
    }
}
