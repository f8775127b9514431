import Testing

@testable import Topology

@Suite("The model's table and its keys")
struct ModelTableTests {
    private let schema = ModelSchema.builtIn

    @Test("every kind is declared once, in the order of the cases")
    func kinds() {
        #expect(schema.kinds.map(\.key) == Kind.allCases)
    }

    @Test("every key is a field of some kind, and no kind has one twice")
    func fields() {
        for kind in schema.kinds {
            let keys = kind.fields.map(\.key)
            #expect(Set(keys).count == keys.count, "\(kind.name) declares a field twice")
            for (slot, key) in keys.enumerated() { #expect(kind.slot(of: key) == slot) }
        }
        let unused = Set(FieldKey.allCases).subtracting(schema.kinds.flatMap { $0.fields.map(\.key) })
        #expect(unused.isEmpty, "no kind has \(unused.map(\.name).sorted())")
    }

    @Test("names lead to their keys and back; a name that the table lacks leads to none")
    func names() {
        for key in FieldKey.allCases { #expect(FieldKey(name: key.name) == key) }
        for kind in Kind.allCases { #expect(Kind(name: kind.name) == kind) }
        #expect(FieldKey.visibilityTimeout.name == "visibilityTimeout")
        #expect(FieldKey.protocol.name == "protocol")
        #expect(Kind.autoScalingGroup.name == "autoScalingGroup")
        #expect(FieldKey(name: "visibilityTimeut") == nil)
        #expect(Kind(name: "queues") == nil)
    }

    @Test("links, names and owners are fields of the kinds that they are declared for")
    func references() {
        for kind in schema.kinds {
            if let name = kind.namedBy { #expect(kind.slot(of: name) != nil, "\(kind.name)") }
            for block in kind.embeddedBlocks { #expect(kind.slot(of: block.ownerField) != nil, "\(kind.name)") }
            for field in kind.fields {
                guard let target = Self.target(of: field.type) else { continue }
                #expect(schema.declaration(of: target) != nil, "\(kind.name).\(field.name)")
            }
        }
    }

    private static func target(of type: FieldType) -> Kind? {
        switch type {
        case .object(let kind): kind
        case .list(let element): target(of: element)
        default: nil
        }
    }
}
