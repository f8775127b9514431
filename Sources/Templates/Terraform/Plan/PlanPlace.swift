import Evaluation
import YAMLBridge

/// Where an expression stands: what its relative references start from.
struct PlanPlace {
    let module: PlanModule
    /// The instance of the resource or module call, as addresses spell it: `[0]`, `["a"]`, or empty.
    let instance: String
    /// The `for_each` of that resource or module call.
    let forEach: PlanExpression?

    init(module: PlanModule, instance: String = "", configuration: Node? = nil) {
        self.module = module
        self.instance = instance
        forEach = configuration?["for_each_expression"].flatMap { PlanExpression($0) }
    }
}
