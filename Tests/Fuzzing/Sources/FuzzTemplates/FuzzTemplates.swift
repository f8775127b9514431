import LibFuzzer
import Templates
import Topology
import YAMLBridge

/// libFuzzer's entry: any bytes that are YAML or JSON, evaluated as a template and normalised to the model.
@c(LLVMFuzzerTestOneInput)
public func fuzzTemplates(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    guard let document = try? Document.parse(bytes, path: "fuzz.template") else { return 0 }
    // The document is its own nested template, so that every TemplateURL leads somewhere.
    let workload = Workload.load([document], nested: { _, _ in document })
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
