import Evaluation
import YAMLBridge

/// The mappings of a template: what each key gives, read once.
final class MappingTable: StackPart {
    unowned let stack: StackEvaluator
    /// Values by their paths.
    private var mappings = Memo<String, Value>()

    init(_ stack: StackEvaluator) {
        self.stack = stack
    }

    /// Most keys that are tried for one that is not known.
    private static let mostKeys = 64

    /// Most keys that each make a value of its own where the key may be anything.
    private static let mostOpenKeys = 4

    /// What `Fn::FindInMap` gives.
    func mapped(_ function: IntrinsicFunction, at origin: Origin) -> Value {
        guard let parts = arguments(of: function, 3...4, shape: "a list of map, first key and second key", at: origin)
        else { return malformed(function, at: origin) }
        if parts.count == 4, parts[3].kind != .mapping || parts[3]["DefaultValue"] == nil {
            reportShape(of: function, "a fourth argument {DefaultValue: ...}", at: origin)
            return malformed(function, at: origin)
        }
        let keys = parts.prefix(3).map { evaluate($0, at: origin) }
        let fallback = parts.count == 4 ? parts[3]["DefaultValue"].map { evaluate($0, at: origin) } : nil
        return keys[0].flatMap { map in
            keys[1].flatMap { first in
                keys[2].flatMap { second in
                    let steps = [map, first, second].flatMap(\.assumedDefaults).map(\.withoutPlace)
                    return lookup(map, first, second, else: fallback, at: origin).chosen(by: steps)
                }
            }
        }
    }

    private func lookup(
        _ map: Value, _ first: Value, _ second: Value, else fallback: Value?, at origin: Origin
    ) -> Value {
        let isQuiet = [map, first, second].contains { $0.steps.contains(where: \.isAssumedDefault) }
        guard let mapName = map.knownText else { return notLooked(up: [map, first, second], at: origin) }
        guard let mapping = sections.mappings[mapName] else {
            return missing("there is no mapping '\(mapName)'", else: fallback, isQuiet: isQuiet, at: origin)
        }
        return find(first, in: mapping.value, "mapping \(mapName)", else: fallback, isQuiet: isQuiet, at: origin) {
            entry, isQuiet in
            let name = "\(mapName).\(entry.name)"
            return find(
                second, in: entry.value, "mapping \(mapName), \(entry.name),", else: fallback, isQuiet: isQuiet,
                at: origin
            ) { entry, _ in mappingValue(entry, path: "Mappings.\(name)", mapName, at: origin) }
        }
    }

    /// What stands under a key of a mapping. For a key that is not known it is what every key gives; where they differ, the
    /// value depends on which of the parameter's allowed values it is.
    private func find(
        _ key: Value, in mapping: Node, _ description: String, else fallback: Value?, isQuiet: Bool, at origin: Origin,
        then body: (_ entry: SectionEntry, _ isQuiet: Bool) -> Value
    ) -> Value {
        if let name = key.knownText, let own = mapping.entry(name), !TemplateSections.isExpanding(name) {
            return body(SectionEntry(name: name, entry: own, loops: .none), isQuiet)
        }
        let keys = keys(of: mapping, at: origin)
        if let name = key.knownText {
            if let entry = keys.entries.last(where: { $0.name == name }) { return body(entry, isQuiet) }
            guard keys.open.isEmpty else { return .unknown(keys.open, at: origin) }
            return missing("\(description) has no '\(name)'", else: fallback, isQuiet: isQuiet, at: origin)
        }
        guard let identity = key.identityKey, case .unknown = key.content, keys.open.isEmpty else {
            return notLooked(up: [key], at: origin)
        }
        let allowed = stack.builder.parameterFacts[identity]?.allowed
        let names = allowed ?? keys.entries.map(\.name)
        guard (1...Self.mostKeys).contains(names.count) else { return notLooked(up: [key], at: origin) }
        let candidates = names.compactMap { name in
            keys.entries.last { $0.name == name }.map { (name, body($0, true)) } ?? fallback.map { (name, $0) }
        }
        guard let last = candidates.last else { return notLooked(up: [key], at: origin) }
        let others = allowed == nil ? fallback.map { [$0] } ?? [] : []
        if (candidates.map(\.1) + others).allSatisfy({ $0.isSurelyEqual(to: last.1) }) { return last.1 }
        guard candidates.count <= (allowed == nil ? Self.mostOpenKeys : Value.mostAllowedValues) else {
            let table = Value(.map(candidates.map { .init(key: $0.0, value: $0.1) }), origin: origin)
            return notLooked(up: [key], at: origin)
                .deferred(.find(description, isTotal: fallback != nil), on: [key, table] + (fallback.map { [$0] } ?? []))
        }
        guard allowed != nil else {
            let rest = fallback ?? .failure("\(description) has no such key", origin: origin)
            return candidates.reversed().reduce(rest) { rest, candidate in
                let isKey = scope.unlabelled { EqualityReader(stack: stack).atom(key, identity, equals: candidate.0) }
                return Value.choice(.atom(isKey), candidate.1, rest, origin: origin)
            }
        }
        return candidates.dropLast().reversed().reduce(last.1) { rest, candidate in
            let isKey = scope.unlabelled { EqualityReader(stack: stack).atom(key, identity, equals: candidate.0) }
            return Value.choice(.atom(isKey), candidate.1, rest, origin: origin)
        }
    }

    private func notLooked(up keys: [Value], at origin: Origin) -> Value {
        .unknown(keys.flatMap(\.unknownReasons), at: origin)
    }

    /// What a lookup gives that finds nothing. A default of a parameter that nobody is bound to take is no mistake, nor is a
    /// key that is only tried.
    private func missing(_ message: String, else fallback: Value?, isQuiet: Bool, at origin: Origin) -> Value {
        if let fallback { return fallback }
        if !isQuiet, !stack.sectionReader.mayHoldUnlistedNames, sections.modules.isEmpty {
            report(.unresolvedReference, message, help: "Add it to Mappings, or correct the name.", at: origin)
        }
        return .unknown(Reason(message), origin: origin)
    }

    /// The keys of a mapping, with the files that it includes taken in.
    private func keys(of mapping: Node, at origin: Origin) -> ExpandedEntries {
        var keys = ExpandedEntries()
        work.spend(mapping.count / 4, at: origin)
        guard mapping.entries.contains(where: { TemplateSections.isExpanding($0.key.text) }) else {
            keys.entries = mapping.entries.map { SectionEntry(name: $0.key.text, entry: $0, loops: .none) }
            return keys
        }
        scope.within(.none) { stack.sectionReader.expand(mapping, at: origin, into: &keys) }
        return keys
    }

    private func mappingValue(_ entry: SectionEntry, path: String, _ mapName: String, at origin: Origin) -> Value {
        let name = "\(path).\(entry.name)"
        let place = Origin(node: entry.value, key: entry.key, parent: nil, component: .key(name), resource: nil)
        let key = path.split(separator: ".").last.map(String.init) ?? ""
        let step = OriginStep(kind: .mapping(name: mapName), label: "mapping \(mapName), \(key)", origin: place)
        switch mappings.begin(name) {
        case .known(let known): return known.moved(to: origin, step: step)
        case .underway:
            report(.circularReference, "\(name) depends on itself", help: "Break the circle.", at: origin)
            return .unknown(Reason("\(name) depends on itself"), origin: origin)
        case .begun: break
        }
        let value = bounded(scope.within(entry.loops) { evaluate(entry.value, at: place) }, at: place)
        return mappings.end(name, with: value).moved(to: origin, step: step)
    }
}
