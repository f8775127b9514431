import Evaluation

extension FunctionTable {
    static let lists: [(name: String, function: Function)] = [
        function("length", 1...1, reading: .outermost, length),
        function("element", 2...2, reading: .outermost) { (call) throws(ExpressionFailure) in
            guard let elements = try call.elements(at: 0), let index = try call.whole(at: 1) else { return call.unknown() }
            if elements.isEmpty { throw ExpressionFailure("element of an empty list") }
            guard index >= 0 else { return call.unknown() }
            return elements[index % elements.count]
        },
        function("concat", 1...many, reading: .outermost, concat),
        function("flatten", 1...1, flatten),
        function("compact", 1...1, reading: .outermost, compact),
        function("distinct", 1...1) { (call) throws(ExpressionFailure) in
            guard let elements = try call.elements(at: 0), let unique = distinct(elements) else { return call.unknown() }
            return call.list(unique)
        },
        function("reverse", 1...1, reading: .outermost) { (call) throws(ExpressionFailure) in
            guard let elements = try call.elements(at: 0) else { return call.unknown() }
            return call.list(elements.reversed())
        },
        function("sort", 1...1) { (call) throws(ExpressionFailure) in
            guard let elements = try call.elements(at: 0) else { return call.unknown() }
            guard elements.allSatisfy({ $0.convertedText != nil }) else { return call.unknown() }
            let texts = elements.map { ($0.convertedText ?? "", $0) }
            let sorted = texts.sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
            return call.list(sorted.map { .text($0.0, origin: $0.1.origin, steps: $0.1.steps) })
        },
        function("slice", 3...3, reading: .outermost) { (call) throws(ExpressionFailure) in
            guard let elements = try call.elements(at: 0), let start = try call.whole(at: 1),
                let end = try call.whole(at: 2)
            else {
                return call.unknown()
            }
            guard 0 <= start, start <= end, end <= elements.count else {
                throw ExpressionFailure("slice goes beyond the list")
            }
            return call.list(Array(elements[start..<end]))
        },
        function("index", 2...2) { (call) throws(ExpressionFailure) in
            guard let elements = try call.elements(at: 0), let sought = call[1].settledKey else { return call.unknown() }
            var keys: [[UInt8]] = []
            for element in elements {
                guard let key = element.settledKey else { return call.unknown() }
                keys.append(Array(key.utf8))
            }
            guard let index = keys.firstIndex(of: Array(sought.utf8)) else {
                throw ExpressionFailure("the list does not hold the value")
            }
            return call.number(index)
        },
        function("chunklist", 2...2) { (call) throws(ExpressionFailure) in
            guard let elements = try call.elements(at: 0), let size = try call.whole(at: 1) else { return call.unknown() }
            guard size >= 0 else { throw ExpressionFailure("the size of chunklist is negative") }
            let length = size == 0 ? max(1, elements.count) : size
            let all = try Value.unifiedElements(elements)
            let chunks = stride(from: 0, to: elements.count, by: length).map { start in
                Value(.list(Array(all[start..<min(start + length, all.count)]), open: []), origin: call.origin)
            }
            return call.list(chunks)
        },
        function("matchkeys", 3...3) { (call) throws(ExpressionFailure) in
            guard let values = try call.elements(at: 0), let keys = try call.elements(at: 1),
                let sought = try call.elements(at: 2)
            else { return call.unknown() }
            guard values.count == keys.count else { throw ExpressionFailure("matchkeys takes as many keys as values") }
            let all = Value.unified(keys + sought).map(\.settledKey)
            guard all.allSatisfy({ $0 != nil }) else { return call.unknown() }
            let wanted = Set(all.dropFirst(keys.count))
            return call.list(zip(Value.unified(values), all).filter { wanted.contains($0.1) }.map(\.0))
        },
        function("coalesce", 1...many, coalesce),
        function("coalescelist", 1...many, reading: .outermost) { (call) throws(ExpressionFailure) in
            for value in call.values {
                switch value.content {
                case .list(let elements, let open) where elements.isEmpty && !open.isEmpty: return call.unknown()
                case .list(let elements, _) where !elements.isEmpty: return value
                case .map(let members, _) where !members.isEmpty: return value
                case .list, .map, .absent: continue
                default: return call.unknown()
                }
            }
            throw ExpressionFailure("coalescelist has only empty lists")
        },
        function("one", 1...1, reading: .outermost, one),
        function("alltrue", 1...1, reading: .outermost) { (call) throws(ExpressionFailure) in
            try quantified(call, deciding: false)
        },
        function("anytrue", 1...1, reading: .outermost) { (call) throws(ExpressionFailure) in try quantified(call, deciding: true)
        },
    ]

    private static func length(_ call: FunctionArguments) throws(ExpressionFailure) -> Value {
        if call[0].isJSONText { return try call.text(at: 0).map { call.number($0.count) } ?? call.unknown() }
        switch call[0].content {
        case .scalar(let scalar):
            guard scalar.isQuoted else { throw ExpressionFailure("a number or a truth value has no length") }
            return call.number(scalar.text.count)
        case .map(let members, _):
            let sorted = Value.sorted(members)
            return sorted.contains { $0.value.isPossiblyLeftOut } ? call.unknown() : call.number(sorted.count)
        case .list(let elements, []):
            let count = Value.settlingElements(elements, origin: call.origin) { call.number($0.count) }
            return elements.contains(where: \.isPossiblyLeftOut) ? count ?? call.unknown() : call.number(elements.count)
        case .absent: throw ExpressionFailure("null has no length")
        default: return call.unknown("the length is not known")
        }
    }

    /// Lists that are not known leave the result open.
    private static func concat(_ call: FunctionArguments) throws(ExpressionFailure) -> Value {
        var elements: [Value] = []
        var open: [Reason] = []
        var unknown: [Value] = []
        for value in call.values {
            if value.isJSONText { throw ExpressionFailure("concat takes lists") }
            switch value.content {
            case .list(let more, let reasons):
                elements += more
                open += reasons
            case .absent, .scalar, .map, .text: throw ExpressionFailure("concat takes lists")
            case .reference, .external, .unknown, .choice: unknown.append(value)
            }
        }
        guard !unknown.isEmpty else { return call.list(elements, open: open) }
        let reasons = unknown.flatMap(\.unknownReasons)
        let list = call.list(elements, open: open + (reasons.isEmpty ? [Reason("a list is not known")] : reasons))
        return Value(list.content, origin: list.origin, mentions: Value.mentions(of: unknown))
    }

    private static func flatten(_ call: FunctionArguments) throws(ExpressionFailure) -> Value {
        guard case .list = call[0].content, !call[0].isJSONText else {
            if call[0].isOpaque { return call.unknown() }
            throw ExpressionFailure("flatten takes a list")
        }
        var elements: [Value] = []
        var open: [Reason] = []
        guard flatten(call[0], when: .always, into: &elements, &open, call.facts, depth: 0) else { return call.unknown() }
        return call.list(elements, open: open)
    }

    /// Adds what a list holds; false when an element may be a list and is not known.
    private static func flatten(
        _ value: Value, when condition: Condition, into elements: inout [Value], _ open: inout [Reason], _ facts: ProviderFacts,
        depth: Int
    ) -> Bool {
        guard depth < 64 else { return false }
        if value.isJSONText {
            elements.append(value.present(when: condition))
            return true
        }
        switch value.content {
        case .list(let inner, let reasons):
            open += reasons
            for element in inner {
                guard flatten(element, when: condition, into: &elements, &open, facts, depth: depth + 1) else { return false }
            }
            return true
        case .choice(let question, let yes, let no):
            return flatten(yes, when: condition.and(question), into: &elements, &open, facts, depth: depth + 1)
                && flatten(no, when: condition.and(question.negated), into: &elements, &open, facts, depth: depth + 1)
        case .absent where condition != .always: return true
        case .reference(let reference) where !facts.isSurelyText(reference): return false
        case .unknown, .external: return false
        case .absent, .scalar, .text, .map, .reference:
            elements.append(value.present(when: condition))
            return true
        }
    }

    private static func compact(_ call: FunctionArguments) throws(ExpressionFailure) -> Value {
        guard case .list(let elements, let open) = call[0].content else {
            if call[0].isOpaque { return call.unknown() }
            throw ExpressionFailure("compact takes a list")
        }
        let kept = elements.filter { !$0.isAbsent && $0.knownText != "" }.map { element in
            guard case .unknown(let reasons, _) = element.content else { return element }
            return Value(.unknown(reasons, mayBeAbsent: true), origin: element.origin, mentions: element.mentions)
        }
        return call.list(kept, open: open)
    }

    /// Equal values once; `nil` when some cannot be compared.
    static func distinct(_ elements: [Value]) -> [Value]? {
        var seen: Set<String> = []
        var unique: [Value] = []
        for element in Value.unified(elements) {
            guard let key = element.settledKey else { return nil }
            if seen.insert(key).inserted { unique.append(element) }
        }
        return unique
    }

    /// The first that is neither null nor an empty text.
    private static func coalesce(_ call: FunctionArguments) throws(ExpressionFailure) -> Value {
        for value in try Value.unifiedElements(call.values) {
            switch value.content {
            case .absent: continue
            case .scalar(let scalar) where scalar.text.isEmpty: continue
            case .scalar, .list, .map: return value
            case .reference(let reference): return call.facts.isSurelyText(reference) ? value : call.unknown()
            case .text(let parts):
                let isSurelyNotEmpty = parts.contains { if case .literal(let text) = $0 { !text.isEmpty } else { false } }
                return isSurelyNotEmpty ? value : call.unknown()
            case .external, .choice, .unknown: return call.unknown()
            }
        }
        throw ExpressionFailure("coalesce has no value that is not empty")
    }

    private static func one(_ call: FunctionArguments) throws(ExpressionFailure) -> Value {
        switch call[0].content {
        case .list(let elements, []):
            if !elements.contains(where: \.isPossiblyLeftOut) {
                guard elements.count <= 1 else { throw ExpressionFailure("one takes a list of one element at most") }
                return elements.first ?? Value(.absent, origin: call.origin)
            }
            let settled = Value.settlingElements(elements, origin: call.origin) { elements in
                elements.count <= 1 ? elements.first ?? Value(.absent, origin: call.origin) : call.unknown()
            }
            return settled ?? call.unknown()
        case .absent: return call[0]
        case .scalar, .text, .map: throw ExpressionFailure("one takes a list")
        default:
            return Value.unknown(
                madeOf: call.values, Reason("the list is not known"), mayBeAbsent: true, origin: call.origin)
        }
    }

    /// Whether one element decides the answer.
    private static func quantified(_ call: FunctionArguments, deciding: Bool) throws(ExpressionFailure) -> Value {
        guard let elements = try call.elements(at: 0) else { return call.unknown() }
        if elements.contains(where: { $0.convertedTruth == deciding || !deciding && $0.isAbsent }) { return call.truth(deciding) }
        return elements.allSatisfy { $0.convertedTruth != nil } ? call.truth(!deciding) : call.unknown()
    }
}

extension Value {
    /// A text that is equal for equal values, types included; `nil` for what is not known well enough.
    var settledKey: String? {
        if isJSONText { return knownJSONText.map { "'\($0)'" } }
        switch content {
        case .absent: return "null"
        case .scalar(let scalar):
            guard !scalar.isQuoted else { return "'\(scalar.text)'" }
            return convertedText
        case .reference, .text: return deepUnknownReasons.allSatisfy { $0.source == nil } ? identityKey : nil
        case .list(let elements, let open):
            guard open.isEmpty else { return nil }
            var key = "["
            for element in elements {
                guard let inner = element.settledKey else { return nil }
                key += inner + ","
            }
            return key + "]"
        case .map(let members, _):
            var key = "{"
            for member in Value.sorted(members) {
                guard let inner = member.value.settledKey else { return nil }
                key += "'\(member.key)':\(inner),"
            }
            return key + "}"
        case .external, .choice, .unknown: return nil
        }
    }
}
