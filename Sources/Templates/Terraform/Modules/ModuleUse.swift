import Evaluation

/// What a module call leads to.
enum ModuleUse {
    /// The copies of the module.
    case read(BlockCopies, [(repetition: Repetition, module: ModuleEvaluator)])
    /// The module is not in the input.
    case unread(Reason)
}
