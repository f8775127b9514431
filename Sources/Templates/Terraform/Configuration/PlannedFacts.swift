import Evaluation
import YAMLBridge

/// What a plan knows of the configuration that it was made of: facts that are laid over what the configuration says.
///
/// Addresses are the plan's: `module.a["x"].aws_sqs_queue.q`; the root module's is empty. Instances are spelled as addresses
/// spell them, `[0]`, `["a"]`, and the only one of a block without `count` and `for_each` is an empty text.
protocol PlannedFacts: AnyObject {
    /// The value of an input of the root module, with Terraform's mark; `nil` where the plan has none.
    func variable(_ name: String) -> (value: Node, isSensitive: Bool)?

    /// The instances of a resource or data source, by its address without one.
    func instances(ofResource address: String) -> [String]

    /// The instances of a module call; none where the plan does not tell them.
    func instances(ofModule call: String, in parent: String) -> [String]

    /// The folder of the files of a module that comes from elsewhere, from the root module's; `nil` where it is not known.
    func folder(ofModule call: String, in parent: String) -> String?

    /// The names of a module's outputs.
    func outputs(ofModule address: String) -> [String]

    /// A module's output by the plan alone, for a module whose files are not at hand; `nil` where there is none.
    func output(_ name: String, ofModule address: String, at origin: Origin) -> Value?

    /// A reference to an instance of a resource or data source.
    func reference(to address: String) -> Reference

    /// What is planned for an attribute; a reference where that is known after apply only.
    func attribute(_ name: String, of address: String, at origin: Origin) -> Value

    /// The text of a file, by its path from the root module's folder.
    func file(_ path: String) -> String?
}
