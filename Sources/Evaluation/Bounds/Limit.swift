/// The kinds of bound that an evaluation may meet.
package enum Limit: Hashable {
    case steps, depth, stacks, nesting, loopEntries, instances, range, text, value

    /// The report of the bound.
    ///
    /// - Parameter names: what was left out for it; `nil` where nothing has a name.
    package func exceeded(
        _ limits: EvaluationLimits, at origin: Origin, leavingOut names: String? = nil
    ) -> ExceededLimit {
        let report = exceeded(limits, at: origin)
        guard let names else { return report }
        let whose = self == .instances ? "those of " : ""
        return ExceededLimit(message: "\(report.message): left out are \(whose)\(names)", help: report.help, origin: origin)
    }

    private func exceeded(_ limits: EvaluationLimits, at origin: Origin) -> ExceededLimit {
        switch self {
        case .steps:
            ExceededLimit(
                message: "the templates ask for more than \(limits.steps) steps of evaluation",
                help: "Check fewer templates in one run; what was not reached is unknown.", origin: origin)
        case .depth:
            ExceededLimit(
                message: "functions stand more than \(limits.depth) levels deep in each other",
                help: "Take a part out into a condition, a mapping or a parameter; what lies deeper is unknown.",
                origin: origin)
        case .stacks:
            ExceededLimit(
                message: "the run has more than \(limits.stacks) stacks",
                help: "Check fewer templates in one run; the rest is left out.", origin: origin)
        case .nesting:
            ExceededLimit(
                message: "stacks are nested more than \(limits.nesting) levels deep",
                help: "Check the inner templates on their own; what lies deeper is left out.", origin: origin)
        case .loopEntries:
            ExceededLimit(
                message: "Fn::ForEach gives more than \(limits.loopEntries) entries",
                help: "CloudFormation takes 500 resources in a template; the rest is left out.", origin: origin)
        case .instances:
            ExceededLimit(
                message: "count, for_each and dynamic blocks give more than \(limits.copies) copies",
                help: "Check fewer modules in one run; the copies that are beyond are not looked at one by one.",
                origin: origin)
        case .range:
            ExceededLimit(
                message: "range gives more than 1024 numbers, which Terraform refuses",
                help: "Join several ranges with concat or setproduct; what is made of this one is unknown.", origin: origin)
        case .text:
            ExceededLimit(
                message: "functions make a value of more than \(limits.textBytes) bytes",
                help: "CloudFormation takes templates of 1 MB; the value is unknown.", origin: origin)
        case .value:
            ExceededLimit(
                message: "functions make a list or map of more than \(limits.valueBytes) bytes",
                help: "Make it of fewer parts; the value is unknown.", origin: origin)
        }
    }
}
