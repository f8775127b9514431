import TestSupport
import Testing
import Workspace

@Suite("Reading files")
struct FileReaderTests {
    @Test func readsBytes() throws {
        let folder = try TemporaryFolder()
        let text = String(repeating: "ä", count: 50_000)
        #expect(try FileReader().contents(of: try folder.write(text, to: "a.txt")) == Array(text.utf8))
        #expect(try FileReader().contents(of: try folder.write("", to: "empty")) == [])
    }

    @Test func saysWhatIsWrong() throws {
        let folder = try TemporaryFolder()
        let absent = folder.path + "/absent"
        #expect(throws: FileError(path: absent, kind: .notFound)) { try FileReader().contents(of: absent) }
        #expect(throws: FileError(path: folder.path, kind: .isFolder)) { try FileReader().contents(of: folder.path) }
        let large = try folder.write("12345", to: "large")
        #expect(throws: FileError(path: large, kind: .tooLarge(limit: 4))) {
            try FileReader(limit: 4).contents(of: large)
        }
    }

    @Test("a device without end is bounded")
    func endless() {
        var reader = FileReader(limit: 1000)
        #expect(throws: FileError(path: "/dev/zero", kind: .notOrdinary)) { try reader.contents(of: "/dev/zero") }
        reader.takesPipes = true
        #expect(throws: FileError(path: "/dev/zero", kind: .tooLarge(limit: 1000))) { try reader.contents(of: "/dev/zero") }
    }
}
