import Evaluation
import LibFuzzer
import Templates
import Topology
import YAMLBridge

/// Stands between a template and a second text: the Terraform configuration that a plan was made of.
private let divider: [UInt8] = Array("\n#----\n".utf8)

/// libFuzzer's entry: any bytes that are YAML or JSON, evaluated as a template, plan or state and normalised to the model.
/// What stands behind a divider is Terraform's language and stands beside the plan.
@c(LLVMFuzzerTestOneInput)
public func fuzzTemplates(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let parts = bytes.split(separator: divider, maxSplits: 1, omittingEmptySubsequences: false)
    let source = parts.count > 1 ? try? Document.parse(Array(parts[1]), path: "fuzz.tf") : nil
    guard let document = try? Document.parse(Array(parts.first ?? []), path: "fuzz.template") else { return 0 }
    if TerraformDocument.refusal(of: document) != nil { return 0 }
    // The document is its own nested template, so that every TemplateURL leads somewhere, and every module has the source.
    var options = LoadOptions()
    options.facts = .builtIn
    let workload = Workload.load(
        [document], options: options, nested: { _, _ in document }, sources: { _, _ in source.map { [$0] } ?? [] })
    _ = ModelBuilder().build(workload)
    return 0
}

/// The package manager makes this the program's entry, where libFuzzer's own would be.
@c(FuzzTemplates_main)
public func fuzzTemplatesMain(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
    var count = count
    var arguments = arguments
    return LLVMFuzzerRunDriver(&count, &arguments) { fuzzTemplates($0, $1) }
}
