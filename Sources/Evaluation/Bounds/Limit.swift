/// The kinds of bound that an evaluation may meet.
package enum Limit: Hashable {
    case steps, depth, levels, stacks, nestedStacks, nesting, loopEntries, instances, range, text, value

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
                help:
                    "Take a part out into a value of its own, such as a condition or a local value; what lies deeper is unknown.",
                origin: origin)
        case .levels:
            ExceededLimit(
                message: "an expression is nested more than 100 levels deep, or has more than 1000 operators side by side",
                help: "Take a part of it out into a local value; its value is unknown.", origin: origin)
        case .stacks:
            ExceededLimit(
                message: "the run has more than \(limits.stacks) stacks",
                help: "Check fewer templates in one run; the rest is left out.", origin: origin)
        case .nestedStacks:
            ExceededLimit(
                message: "the run has more than \(limits.nestedStacks) nested stacks",
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
                help: "Make it of fewer parts; the value is unknown.", origin: origin)
        case .value:
            ExceededLimit(
                message: "functions make a list or map of more than \(limits.valueBytes) bytes",
                help: "Make it of fewer parts; the value is unknown.", origin: origin)
        }
    }
}
