import Foundation

@testable import CEL

/// One case of the public suite as it stands in the JSON files.
struct ConformanceCase {
    let id: String
    let expression: String
    let isUnchecked: Bool
    let checksOnly: Bool
    let matcher: String?
    let expected: Value?
    let expectedType: String?
    let declarations: [String]
    let container: String
    let bindings: [String: Value]

    static func cases(in file: URL) throws -> [ConformanceCase] {
        let objects = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [[String: Any]] ?? []
        let name = file.deletingPathExtension().lastPathComponent
        var seen: [String: Int] = [:]
        return try objects.map { object in
            var id = "\(name)/\(object["section"] ?? "")/\(object["name"] ?? "")"
            seen[id, default: 0] += 1
            if let count = seen[id], count > 1 { id += "#\(count)" }
            return try ConformanceCase(id: id, object)
        }
    }

    private init(id: String, _ object: [String: Any]) throws {
        self.id = id
        expression = object["expr"] as? String ?? ""
        isUnchecked = object["nocheck"] as? Bool ?? false
        checksOnly = object["checkonly"] as? Bool ?? false
        matcher = object["matcher"] as? String
        expected = try (object["value"] as? [String: Any]).map(Self.value)
        expectedType = object["type"] as? String
        declarations = object["env"] as? [String] ?? []
        container = object["container"] as? String ?? ""
        bindings = try (object["bind"] as? [String: [String: Any]] ?? [:]).mapValues(Self.value)
    }

    private static func value(_ object: [String: Any]) throws -> Value {
        let text = object["v"] as? String ?? ""
        switch object["t"] as? String {
        case "null": return .null
        case "bool": return .bool(object["v"] as? Bool ?? false)
        case "int": return .int(try known(Int64(text), object))
        case "uint": return .uint(try known(UInt64(text), object))
        case "double": return .double(try known(Double(text), object))
        case "string": return .string(text)
        case "bytes": return .bytes((object["v"] as? [Int] ?? []).map { UInt8(truncatingIfNeeded: $0) })
        case "list": return .list(try (object["v"] as? [[String: Any]] ?? []).map(value))
        case "map":
            var map = MapValue()
            for pair in object["v"] as? [[[String: Any]]] ?? [] { map.insert(try value(pair[0]), try value(pair[1])) }
            return .map(map)
        case "type": return .type(CELType.denotable[text] ?? .structure(text))
        default: return try known(nil, object)
        }
    }

    private static func known<Wrapped>(_ value: Wrapped?, _ object: [String: Any]) throws -> Wrapped {
        guard let value else { throw CocoaError(.coderInvalidValue, userInfo: ["value": "\(object)"]) }
        return value
    }
}
