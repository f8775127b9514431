import Evaluation

extension FunctionTable {
    static let maps: [(name: String, function: Function)] = [
        function("lookup", 2...3, reading: .outermost, lookup),
        function("merge", 0...many, reading: .outermost, merge),
        function("keys", 1...1, reading: .outermost) { (call) throws(ExpressionFailure) in
            guard let members = try call.members(at: 0) else { return call.unknown() }
            return call.list(
                Value.sorted(members).map {
                    Value.text($0.key, origin: $0.value.origin).present(when: $0.value.presence.existence)
                })
        },
        function("values", 1...1, reading: .outermost) { (call) throws(ExpressionFailure) in
            guard let members = try call.members(at: 0) else { return call.unknown() }
            return call.list(Value.sorted(members).map(\.value))
        },
        function("transpose", 1...1) { (call) throws(ExpressionFailure) in
            guard let members = try call.members(at: 0) else { return call.unknown() }
            var keys: [String: [String]] = [:]
            for member in Value.sorted(members) {
                guard case .list(let elements, []) = member.value.content else {
                    if member.value.isOpaque || member.value.isChoice { return call.unknown() }
                    throw ExpressionFailure("transpose takes a map of lists")
                }
                for element in elements {
                    guard let text = element.convertedText else { return call.unknown() }
                    keys[text, default: []].append(member.key)
                }
            }
            let texts = keys.mapValues { names in call.list(names.map { call.text($0) }) }
            return call.map(texts.sorted { precedes($0.key, $1.key) }.map { Value.Member(key: $0.key, value: $0.value) })
        },
        function("zipmap", 2...2, reading: .outermost) { (call) throws(ExpressionFailure) in
            guard let keys = try call.elements(at: 0), let values = try call.elements(at: 1) else { return call.unknown() }
            guard keys.count == values.count else { throw ExpressionFailure("zipmap takes as many keys as values") }
            var members: [Value.Member] = []
            for (key, value) in zip(keys, values) {
                guard let text = key.convertedText else { return call.unknown() }
                members.append(Value.Member(key: text, value: value))
            }
            return call.map(members)
        },
    ]

    /// By bytes, as Go sorts.
    private static func precedes(_ one: String, _ other: String) -> Bool {
        one.utf8.lexicographicallyPrecedes(other.utf8)
    }

    private static func lookup(_ call: FunctionArguments) throws(ExpressionFailure) -> Value {
        guard let members = try call.members(at: 0), let key = try call.text(at: 1) else { return call.unknown() }
        guard let member = members.last(where: { $0.key == key }) else {
            guard call.count == 3 else { throw ExpressionFailure("the map has no key '\(key.prefix(40))'") }
            return call[2]
        }
        let (value, existence) = member.value.presence
        guard call.count == 3, existence != .always else { return member.value }
        return Value.choice(existence, value, call[2], origin: call.origin)
    }

    /// The last map that has a key wins; null is no map and says nothing.
    private static func merge(_ call: FunctionArguments) throws(ExpressionFailure) -> Value {
        var members: [Value.Member] = []
        var places: [String: Int] = [:]
        for index in 0..<call.count where !call[index].isAbsent {
            guard let more = try call.members(at: index) else { return call.unknown() }
            for member in more {
                guard let place = places[member.key] else {
                    places[member.key] = members.count
                    members.append(member)
                    continue
                }
                let (value, existence) = member.value.presence
                let older = members[place].value
                let merged =
                    older.choiceCount(upTo: 33) > 32
                    ? Value.unknown(
                        madeOf: [value, older], Reason("it depends on too many open conditions"), mayBeAbsent: true,
                        origin: value.origin)
                    : Value.choice(existence, value, older, origin: value.origin)
                members[place] = Value.Member(key: member.key, value: merged)
            }
        }
        return call.map(members)
    }
}
