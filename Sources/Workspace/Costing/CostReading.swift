import Topology

/// Reads fields of a model for prices: what is not known is thrown, or passed over where the rest stands without it.
struct CostReading {
    let model: Model

    private var reading: Reading { Reading(model) }

    // MARK: - Fields that a price needs

    func object(_ key: FieldKey, of id: ObjectID) throws(CostUnknown) -> ObjectID? {
        try read { () throws(ReadingFailure) in try reading.object(key, of: id) }
    }

    func objects(_ key: FieldKey, of id: ObjectID) throws(CostUnknown) -> [ObjectID] {
        try read { () throws(ReadingFailure) in try reading.objects(key, of: id) }
    }

    func integer(_ key: FieldKey, of id: ObjectID) throws(CostUnknown) -> Int? {
        try read { () throws(ReadingFailure) in try reading.integer(key, of: id) }.map { Int(clamping: $0) }
    }

    func text(_ key: FieldKey, of id: ObjectID) throws(CostUnknown) -> String? {
        try read { () throws(ReadingFailure) in try reading.string(key, of: id) }
    }

    func flag(_ key: FieldKey, of id: ObjectID) throws(CostUnknown) -> Bool? {
        try read { () throws(ReadingFailure) in try reading.bool(key, of: id) }
    }

    func texts(_ key: FieldKey, of id: ObjectID) throws(CostUnknown) -> [String] {
        var texts: [String] = []
        for field in try read({ () throws(ReadingFailure) in try reading.list(key, of: id) }) {
            if case .string(let text)? = try read({ () throws(ReadingFailure) in try reading.content(of: field) }) {
                texts.append(text)
            }
        }
        return texts
    }

    private func read<Content>(_ body: () throws(ReadingFailure) -> Content) throws(CostUnknown) -> Content {
        do throws(ReadingFailure) {
            return try body()
        } catch {
            throw CostUnknown(error.reasons.map(\.text))
        }
    }

    // MARK: - Fields that may be unknown

    /// A count that may be absent or unknown without spoiling the rest.
    func number(_ key: FieldKey, of id: ObjectID) -> (value: Int?, isAbsent: Bool) {
        do {
            let value = try integer(key, of: id)
            return (value, value == nil)
        } catch {
            return (nil, false)
        }
    }

    /// The object of a field that is known; `nil` where it is absent or unknown.
    func knownObject(_ key: FieldKey, of id: ObjectID) -> ObjectID? { try? object(key, of: id) }

    func knownObjects(_ key: FieldKey, of id: ObjectID) -> [ObjectID] { (try? objects(key, of: id)) ?? [] }

    func knownText(_ key: FieldKey, of id: ObjectID) -> String? { try? text(key, of: id) }

    func knownNumber(_ key: FieldKey, of id: ObjectID) -> Int? { number(key, of: id).value }

    func isTrue(_ key: FieldKey, of id: ObjectID) -> Bool { (try? flag(key, of: id)) == true }

    /// A number with a fraction that is known.
    func knownDouble(_ key: FieldKey, of id: ObjectID) -> Double? {
        guard case .double(let value)? = try? reading.content(key, of: id) else { return nil }
        return value
    }
}
