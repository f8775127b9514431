import Foundation
import YAMLBridge

/// How much the process's highest memory rises while one text is read, the text included, in times its size.
enum MemoryMeasurement {
    static func run(_ path: String) {
        measure(path) { contents(path) }
    }

    /// Each dense text in a process of its own.
    static func runDense(megabytes: Int) throws {
        for number in DenseText.all.indices {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
            process.arguments = ["dense", String(number), String(megabytes)]
            try process.run()
            process.waitUntilExit()
        }
    }

    static func runDense(number: Int, megabytes: Int) {
        guard DenseText.all.indices.contains(number) else { return }
        let text = DenseText.all[number]
        measure(text.path) { text.bytes(megabytes: megabytes) }
    }

    private static func measure(_ path: String, _ text: () -> [UInt8]?) {
        let before = peak()
        guard let bytes = text() else { return print("\(path) cannot be read") }
        var outcome: String
        do {
            let document = try Document.parse(bytes, path: path)
            outcome = "\(document.roots.count) documents"
            // The table of lines belongs to it.
            _ = document.position(ofByte: bytes.count)
        } catch {
            outcome = error.diagnostic.message
        }
        let risen = peak() - before
        let ratio = Double(risen) * 1024 / Double(max(bytes.count, 1))
        print("\(path): \(bytes.count) bytes, \(risen) KiB, \(String(format: "%.2f", ratio)) times the input, \(outcome)")
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
