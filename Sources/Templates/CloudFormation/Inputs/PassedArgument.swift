import Evaluation

/// What a parent stack or the caller passes for a parameter.
struct PassedArgument {
    let value: Value
    let step: OriginStep
}
