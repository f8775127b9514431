import Evaluation
import Templates

/// Works out whether AWS publishes a metric at all, by its namespace, name and dimensions.
struct PublishedMetricDerivation {
    let assembly: ModelAssembly

    func run(_ metric: ObjectID) {
        deriveOptional(.namespaceMeant, of: metric) { reading throws(ReadingFailure) in
            guard let (namespace, name) = try names(of: metric, reading) else { return .absent }
            guard let meant = PublishedMetrics.namespace(meantBy: namespace, metricName: name) else { return .absent }
            // Many services count a RequestCount: by dimensions of another service neither namespace is meant.
            let written = try dimensions(of: metric, reading)
            let isForeign = !written.isEmpty && written.isDisjoint(with: PublishedMetrics.commonDimensions)
            return PublishedMetrics.isNamespace(namespace) && isForeign ? .absent : .string(meant)
        }
        assembly.derive(.isMetricNameKnown, of: metric) { reading throws(ReadingFailure) in
            guard let (namespace, name) = try names(of: metric, reading) else { return .bool(true) }
            return .bool(PublishedMetrics.knows(name, in: namespace))
        }
        deriveOptional(.metricNameMeant, of: metric) { reading throws(ReadingFailure) in
            guard let (namespace, name) = try names(of: metric, reading), !PublishedMetrics.knows(name, in: namespace) else {
                return .absent
            }
            return PublishedMetrics.name(meantBy: name, in: namespace).map { .string($0) } ?? .absent
        }
        assembly.derive(.areDimensionsKnown, of: metric) { reading throws(ReadingFailure) in
            guard let (namespace, name) = try names(of: metric, reading) else { return .bool(true) }
            // Most metrics are settled by their namespace, whatever their dimensions come to.
            guard PublishedMetrics.dimensions(meantBy: [], of: name, in: namespace) != nil else { return .bool(true) }
            return .bool(PublishedMetrics.knows(name, in: namespace, with: try dimensions(of: metric, reading)))
        }
        deriveOptional(.dimensionsMeant, of: metric) { reading throws(ReadingFailure) in
            guard let (namespace, name) = try names(of: metric, reading) else { return .absent }
            let written = try dimensions(of: metric, reading)
            return PublishedMetrics.dimensions(meantBy: written, of: name, in: namespace).map { .string($0) } ?? .absent
        }
    }

    /// Works out a field that there may be nothing for: what it hinges on being open, so is whether there is anything.
    private func deriveOptional(
        _ key: FieldKey, of metric: ObjectID, _ body: (Reading) throws(ReadingFailure) -> Field.Content
    ) {
        assembly.derive(key, of: metric) { reading throws(ReadingFailure) in
            do throws(ReadingFailure) { return try body(reading) } catch { throw error.possiblyAbsent }
        }
    }

    /// Namespace and name; `nil` for a line of metric math that is no metric.
    private func names(of metric: ObjectID, _ reading: Reading) throws(ReadingFailure) -> (String, String)? {
        guard let name = try reading.string(.metricName, of: metric), let namespace = try reading.string(.namespace, of: metric)
        else { return nil }
        return (namespace, name)
    }

    private func dimensions(of metric: ObjectID, _ reading: Reading) throws(ReadingFailure) -> Set<String> {
        var names: Set<String> = []
        for dimension in try reading.objects(.dimensions, of: metric) {
            names.insert(try reading.string(.name, of: dimension) ?? "")
        }
        return names
    }
}
