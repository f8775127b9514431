import LibFuzzer
import FuzzChecks

/// libFuzzer's entry: any bytes, read as JSON.
@c(LLVMFuzzerTestOneInput)
public func fuzzJSON(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    DocumentChecks.read(UnsafeBufferPointer(start: start, count: count), path: "fuzz.json")
    return 0
}

/// The package manager makes this the program's entry, where libFuzzer's own would be.
@c(FuzzJSON_main)
public func fuzzJSONMain(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
    var count = count
    var arguments = arguments
    return LLVMFuzzerRunDriver(&count, &arguments) { fuzzJSON($0, $1) }
}
