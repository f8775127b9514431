import YAMLBridge

extension StackEvaluator {
    // MARK: - Fn::FindInMap

    func mapped(_ function: IntrinsicFunction, at origin: Origin) -> Value {
        guard let parts = arguments(of: function, 3...4, shape: "a list of map, first key and second key", at: origin)
        else { return malformed(function, at: origin) }
        let keys = parts.prefix(3).map { evaluate($0, at: origin) }
        let fallback = parts.count == 4 ? parts[3]["DefaultValue"].map { evaluate($0, at: origin) } : nil
        return keys[0].flatMap { map in
            keys[1].flatMap { first in
                keys[2].flatMap { second in lookup(map, first, second, else: fallback, at: origin) }
            }
        }
    }

    private func lookup(
        _ map: Value, _ first: Value, _ second: Value, else fallback: Value?, at origin: Origin
    ) -> Value {
        guard let mapName = map.knownText, let firstKey = first.knownText, let secondKey = second.knownText else {
            let reasons = [map, first, second].flatMap(\.unknownReasons)
            return Value(.unknown(reasons, mayBeAbsent: false), origin: origin)
        }
        let name = "\(mapName) / \(firstKey) / \(secondKey)"
        guard let entry = template.mappings?[mapName]?[firstKey]?.entry(secondKey) else {
            if let fallback { return fallback }
            report(
                .unresolvedReference, "mapping \(mapName) has no \(firstKey) / \(secondKey)",
                help: "Add the key to Mappings, or mend the name.", at: origin)
            return .unknown(Reason("mapping \(mapName) has no \(firstKey) / \(secondKey)"), origin: origin)
        }
        guard mappingsUnderway.insert(name).inserted else {
            report(.circularReference, "mapping \(name) depends on itself", help: "Break the circle.", at: origin)
            return .unknown(Reason("mapping \(name) depends on itself"), origin: origin)
        }
        defer { mappingsUnderway.remove(name) }
        let place = Origin(
            node: entry.value, key: entry.key, parent: nil,
            component: .key("Mappings.\(mapName).\(firstKey).\(secondKey)"), resource: nil)
        let step = OriginStep(kind: .mapping(name: mapName), label: "mapping \(mapName), \(firstKey)", origin: place)
        return evaluate(entry.value, at: place).moved(to: origin, step: step)
    }
}
