import LibFuzzer
import FuzzChecks

/// libFuzzer's entry: any bytes, read as YAML.
@c(LLVMFuzzerTestOneInput)
public func fuzzYAML(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    DocumentChecks.read(UnsafeBufferPointer(start: start, count: count), path: "fuzz.yaml")
    return 0
}

/// The package manager makes this the program's entry, where libFuzzer's own would be.
@c(FuzzYAML_main)
public func fuzzYAMLMain(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
    var count = count
    var arguments = arguments
    return LLVMFuzzerRunDriver(&count, &arguments) { fuzzYAML($0, $1) }
}
