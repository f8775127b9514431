import Text
import YAMLBridge

/// The documents of an input by where they stand.
struct DocumentPlaces {
    private var byPath: [String: Document] = [:]
    private var byName: [String: [Document]] = [:]

    init(_ documents: [Document]) {
        for document in documents {
            if byPath[document.path] == nil { byPath[document.path] = document }
            byName[PathName.lastComponent(of: document.path), default: []].append(document)
        }
    }

    func document(at path: String) -> Document? { byPath[path] }

    /// The document of a name whose folder has most in common with that of another; `nil` where there is none, or where
    /// several are as near.
    func nearest(named name: String, to path: String) -> Document? {
        let ranked = (byName[name] ?? []).filter { $0.path != path }.map { ($0, Self.sharedFolders($0.path, path)) }
        guard let best = ranked.map(\.1).max() else { return nil }
        let nearest = ranked.filter { $0.1 == best }
        return nearest.count == 1 ? nearest[0].0 : nil
    }

    private static func sharedFolders(_ left: String, _ right: String) -> Int {
        zip(left.split(separator: "/").dropLast(), right.split(separator: "/").dropLast()).prefix { $0 == $1 }.count
    }
}
