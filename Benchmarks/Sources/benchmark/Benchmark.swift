import Foundation
import YAMLBridge

/// Measures `Document.parse` against libyaml's bare loop, round by round on the same files.
///
/// Usage: `swift run -c release benchmark FOLDER ...`
@main
struct Benchmark {
    static func main() throws {
        let folders = CommandLine.arguments.dropFirst()
        guard !folders.isEmpty else { return print("usage: benchmark FOLDER ...") }
        for folder in folders {
            for type in ["yaml", "json"] { try measure(folder, type) }
        }
    }

    private static func measure(_ folder: String, _ type: String) throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(type) }
        let texts = files.compactMap { name -> [UInt8]? in
            guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)") else { return nil }
            let bytes = Array(data)
            return (try? Document.parse(bytes, path: "a.\(type)")) == nil ? nil : bytes
        }
        guard !texts.isEmpty else { return }
        let megabytes = Double(texts.reduce(0) { $0 + $1.count }) / 1e6
        var ratios: [Double] = []
        var speeds: [Double] = []
        var sink = 0
        for _ in 0..<15 {
            let bare = seconds { for text in texts { sink += BareLibyaml.countEvents(text) } }
            let parsed = seconds {
                for text in texts { sink += (try? Document.parse(text, path: "a.\(type)"))?.roots.count ?? 0 }
            }
            ratios.append(bare / parsed)
            speeds.append(megabytes / parsed)
        }
        let ratio = String(format: "%.2f", median(ratios))
        let speed = String(format: "%.0f", median(speeds))
        print("\(folder) \(type): \(texts.count) files, \(speed) MB/s, \(ratio) times libyaml's bare loop (\(sink))")
    }

    private static func seconds(_ work: () -> Void) -> Double {
        let clock = ContinuousClock()
        return clock.measure(work) / .seconds(1)
    }

    private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
}
