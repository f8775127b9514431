/// Reads what an event rule's pattern wants.
struct EventPatternReading {
    let rule: ObjectID
    let reading: Reading

    /// Whether the rule fires on events and is switched on.
    var isOn: Bool {
        get throws(ReadingFailure) {
            guard try reading.bool(.hasPattern, of: rule) == true else { return false }
            return try reading.string(.state, of: rule)?.hasPrefix("ENABLED") == true
        }
    }

    /// Whether a list of the pattern holds a value; an empty list wants every value.
    func wants(_ wanted: String, in field: FieldKey) throws(ReadingFailure) -> Bool {
        let values = try reading.list(field, of: rule)
        if values.isEmpty { return true }
        for value in values {
            if case .string(wanted)? = try reading.content(of: value) { return true }
        }
        return false
    }
}
