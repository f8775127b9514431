import Evaluation
import Rules
import Templates
import Topology

/// The TPL family: problems of a template as such, found while it is read and not by a rule file.
enum TemplateProblemRule {
    /// Every one of the family, in the order of the ids.
    static let all: [RuleDescription] = TemplateProblem.Code.allCases.map(description)

    static func description(of code: TemplateProblem.Code) -> RuleDescription {
        switch code {
        case .duplicateKey:
            rule(
                code, "duplicate-key", .warning,
                what: "Reports a key that stands twice in one mapping, and a block that two files of Terraform declare.",
                why: "The last one wins and the others are silently lost, so what a reader sees is not what is deployed.",
                bad: "Properties:\n  VisibilityTimeout: 60\n  VisibilityTimeout: 30",
                good: "Properties:\n  VisibilityTimeout: 60",
                terraform: RuleExample(
                    bad: "visibility_timeout_seconds = 60\nvisibility_timeout_seconds = 30",
                    good: "visibility_timeout_seconds = 60"))
        case .unresolvedReference:
            rule(
                code, "unresolved-reference", .error,
                what: """
                    Reports a reference to a resource, parameter, condition, mapping or output that is not there; in Terraform \
                    also to a variable, local value, data source or module.
                    """,
                why: "CloudFormation and Terraform refuse it, and nothing that depends on the value can be checked.",
                bad: "deadLetterTargetArn: !GetAtt JobsDql.Arn", good: "deadLetterTargetArn: !GetAtt JobsDlq.Arn",
                terraform: RuleExample(
                    bad: "deadLetterTargetArn = aws_sqs_queue.jobs_dql.arn",
                    good: "deadLetterTargetArn = aws_sqs_queue.jobs_dlq.arn"))
        case .malformedFunction:
            rule(
                code, "malformed-function", .error,
                what: "Reports a function with arguments that it does not take, and in Terraform an expression that is none.",
                why: "CloudFormation and Terraform refuse it, and nothing that depends on the value can be checked.",
                bad: "QueueName: !Join [jobs, !Ref Stage]", good: "QueueName: !Join ['-', [jobs, !Ref Stage]]",
                terraform: RuleExample(
                    bad: "name = join([\"jobs\", var.stage])", good: "name = join(\"-\", [\"jobs\", var.stage])"))
        case .circularReference:
            rule(
                code, "circular-reference", .error,
                what: """
                    Reports conditions, parameters, outputs, included files, nested stacks, local values or modules that depend \
                    on themselves.
                    """,
                why: "Such a circle has no value: CloudFormation and Terraform refuse it.",
                bad: "Conditions:\n  A: !Not [{Condition: B}]\n  B: !Not [{Condition: A}]",
                good: "Conditions:\n  A: !Equals [!Ref Stage, live]\n  B: !Not [{Condition: A}]",
                terraform: RuleExample(
                    bad: "locals {\n  a = local.b\n  b = local.a\n}", good: "locals {\n  a = var.stage\n  b = local.a\n}"))
        case .nestedTemplateNotFound:
            rule(
                code, "nested-template-not-found", .note,
                what: """
                    Says that a nested stack's template, a file of AWS::Include, or a module is not among the files of the \
                    run, and what would read it.
                    """,
                why: "What it creates, and what it does to the resources that it is given, stays undecided.",
                bad: "ecslint parent.yaml    # the child stands in another folder",
                good: "ecslint parent.yaml templates/child.yaml",
                terraform: RuleExample(
                    bad: "source = \"./modules/queu\"", good: "source = \"./modules/queue\""))
        case .valueOutsideAllowedValues:
            rule(
                code, "value-outside-allowed-values", .error,
                what: "Reports a parameter whose value is not among its AllowedValues.",
                why: "CloudFormation refuses the value when the stack is created or updated.",
                bad: "Stage: {Type: String, AllowedValues: [test, live], Default: prod}",
                good: "Stage: {Type: String, AllowedValues: [test, live], Default: live}")
        case .unknownName:
            rule(
                code, "unknown-name", .error,
                what: """
                    Reports a section, a resource type, a property or a value that AWS does not have and that is near one that it \
                    has. A property of a type that is read and that this version does not know at all is told as a note.
                    """,
                why: """
                    AWS refuses it when it is deployed, and what was meant is not judged: with VisibilityTimout the timeout of a \
                    queue is undecided. What AWS brought after this version may decide verdicts too, so checks of the level \
                    error stay undecided for such a resource.
                    """,
                bad: "Properties:\n  VisibilityTimout: 300", good: "Properties:\n  VisibilityTimeout: 300",
                terraform: RuleExample(
                    bad: "visibility_timout_seconds = 300", good: "visibility_timeout_seconds = 300"))
        }
    }

    private static func rule(
        _ code: TemplateProblem.Code, _ name: String, _ severity: Severity, what: String, why: String, bad: String,
        good: String, terraform: RuleExample? = nil
    ) -> RuleDescription {
        RuleDescription(
            id: code.rawValue, name: name, severity: severity,
            tags: ["cloudformation", "template"] + (terraform == nil ? [] : ["terraform"]), confidence: "high",
            securitySeverity: nil, what: what, why: why, exceptions: nil, bad: bad, good: good, terraform: terraform,
            references: [])
    }

    private static func related(_ problem: TemplateProblem) -> [RelatedLocation] {
        problem.related.map { related in
            RelatedLocation(
                message: related.message,
                location: Location(file: problem.origin.document.path, span: related.span, resource: problem.origin.resource))
        }
    }

    /// What the templates themselves have wrong: each name that is not there once in a file, each file that is not found
    /// once for the place that names it, however often the template is used.
    ///
    /// - Parameters:
    ///   - unknownNames: what resources write that the property ledger does not have.
    ///   - explanations: for the reference to a file why it was not found.
    static func findings(
        in stacks: [Stack], unknownNames: [UnknownName] = [], explanations: [String: String] = [:]
    ) -> [Finding] {
        let problems = stacks.flatMap { stack in stack.problems.filter { $0.isRelevant(in: stack) } }
        return TemplateProblemGroup.groups(of: problems + unknownNames.map(\.problem)).map {
            finding($0, explanations: explanations)
        }
    }

    private static func finding(_ group: TemplateProblemGroup, explanations: [String: String]) -> Finding {
        let problem = group.first
        let rule = description(of: problem.code)
        let message = message(of: problem, explanations) + group.copiesInWords
        let location = Location(problem.origin)
        let identity = [rule.id, location.file, location.resource ?? "", location.path ?? "", problem.message]
        return Finding(
            rule: rule.id, name: rule.name, check: rule.name, severity: problem.mayBeRight ? .note : rule.severity,
            message: message,
            help: problem.help, location: location, related: related(problem) + group.related,
            fingerprint: Fingerprint.make(identity))
    }

    /// The problem's words, with the reason why a file was not found.
    private static func message(of problem: TemplateProblem, _ explanations: [String: String]) -> String {
        guard problem.code == .nestedTemplateNotFound else { return problem.message }
        // The message holds the reference; the longest that fits is it, since one may end like another.
        let fitting = explanations.filter { problem.message.contains($0.key) }
        guard let best = fitting.max(by: { ($0.key.count, $0.key) < ($1.key.count, $1.key) }) else { return problem.message }
        return "\(problem.message): \(best.value)"
    }
}
