import Foundation
import YAMLBridge

/// The process's highest memory over reading one file, in times the file's size.
enum MemoryMeasurement {
    static func run(_ path: String) throws {
        let before = peak()
        guard let bytes = contents(path) else { return print("\(path) cannot be read") }
        let document = try Document.parse(bytes, path: path)
        let after = peak()
        let ratio = Double(after) * 1024 / Double(max(bytes.count, 1))
        print(
            "\(path): \(bytes.count) bytes, peak \(after) KiB (\(before) before), \(String(format: "%.2f", ratio)) times",
            "the input, \(document.roots.count) documents")
    }

    /// Without Foundation's copies, which the product does not make.
    private static func contents(_ path: String) -> [UInt8]? {
        guard let file = fopen(path, "rb") else { return nil }
        defer { fclose(file) }
        fseek(file, 0, SEEK_END)
        let count = ftell(file)
        rewind(file)
        return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            filled = fread(buffer.baseAddress, 1, count, file)
        }
    }

    /// KiB, of the whole process with its libraries.
    private static func peak() -> Int {
        var usage = rusage()
        // RUSAGE_SELF, which every C library types differently.
        getrusage(0, &usage)
        return usage.ru_maxrss
    }
}
