import BareLibyaml
import Foundation
import YAMLBridge

/// `Document.parse` against libyaml's bare loop, round by round on the same bytes.
enum SpeedMeasurement {
    static func run(_ path: String, rounds: Int) throws {
        for type in ["yaml", "json"] {
            let texts = try texts(path, type)
            if !texts.isEmpty { measure(path, type, texts, rounds) }
        }
    }

    /// The readable files of a folder, or one file.
    private static func texts(_ path: String, _ type: String) throws -> [[UInt8]] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return [] }
        let names = isFolder.boolValue ? try FileManager.default.contentsOfDirectory(atPath: path) : [""]
        return names.map { isFolder.boolValue ? "\(path)/\($0)" : path }.filter { $0.hasSuffix(type) }.compactMap { file in
            guard let data = FileManager.default.contents(atPath: file) else { return nil }
            let bytes = Array(data)
            return (try? Document.parse(bytes, path: "a.\(type)")) == nil ? nil : bytes
        }
    }

    private static func measure(_ path: String, _ type: String, _ texts: [[UInt8]], _ rounds: Int) {
        let megabytes = Double(texts.reduce(0) { $0 + $1.count }) / 1e6
        var ratios: [Double] = []
        var speeds: [Double] = []
        var sink = 0
        for _ in 0..<rounds {
            let bare = seconds { for text in texts { sink += bare_libyaml_count_events(text, text.count) } }
            let parsed = seconds {
                for text in texts { sink += (try? Document.parse(text, path: "a.\(type)"))?.roots.count ?? 0 }
            }
            ratios.append(bare / parsed)
            speeds.append(megabytes / parsed)
        }
        print(
            "\(path) \(type): \(texts.count) files, \(String(format: "%.1f", megabytes)) MB,",
            "\(String(format: "%.0f", median(speeds))) MB/s (best \(String(format: "%.0f", speeds.max() ?? 0))),",
            "\(String(format: "%.2f", median(ratios))) times libyaml's bare loop",
            "(\(String(format: "%.2f", ratios.min() ?? 0)) to \(String(format: "%.2f", ratios.max() ?? 0)), \(sink))")
    }

    /// The processor's time, which neighbours on the machine disturb less than the clock's.
    private static func seconds(_ work: () -> Void) -> Double {
        let start = processorSeconds()
        work()
        return processorSeconds() - start
    }

    private static func processorSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
}
