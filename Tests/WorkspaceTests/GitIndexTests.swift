import TestSupport
import Testing

@testable import Workspace

@Suite("What git tracks")
struct GitIndexTests {
    private static func index(version: UInt8, _ names: [String]) -> [UInt8] {
        var bytes = Array("DIRC".utf8) + [0, 0, 0, version, 0, 0, 0, UInt8(names.count)]
        var previous = ""
        for name in names {
            let start = bytes.count
            bytes += [UInt8](repeating: 0, count: 62)
            if version == 4 {
                let shared = zip(previous.utf8, name.utf8).prefix { $0 == $1 }.count
                bytes.append(UInt8(previous.utf8.count - shared))
                bytes += Array(name.utf8.dropFirst(shared)) + [0]
            } else {
                bytes += Array(name.utf8)
                let length = bytes.count - start
                bytes += [UInt8](repeating: 0, count: 8 - length % 8)
            }
            previous = name
        }
        return bytes
    }

    @Test(arguments: [2, 3, 4] as [UInt8])
    func findsFilesAndFolders(version: UInt8) {
        let index = GitIndex(Self.index(version: version, ["a.json", "infra.txt", "infra/deep/x.json", "infra/x.json", "z"]))
        #expect(index.tracks("a.json", isFolder: false) && index.tracks("z", isFolder: false))
        #expect(index.tracks("infra/x.json", isFolder: false))
        #expect(index.tracks("infra", isFolder: true) && index.tracks("infra/deep", isFolder: true))
        #expect(!index.tracks("infra", isFolder: false) && !index.tracks("inf", isFolder: true))
        #expect(!index.tracks("zz", isFolder: false) && !index.tracks("infra/y.json", isFolder: false))
    }

    @Test("bytes that hold no index track nothing, wherever they end")
    func broken() {
        let whole = Self.index(version: 4, ["a.json", "b.json"])
        for length in 0..<whole.count { #expect(!GitIndex(Array(whole.prefix(length))).tracks("b.json", isFolder: false)) }
        #expect(!GitIndex(Array("DIRC\u{0}\u{0}\u{0}\u{2}\u{7F}\u{7F}\u{7F}\u{7F}".utf8)).tracks("a", isFolder: false))
    }
}
