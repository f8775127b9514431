import Evaluation
import Templates

/// Works out whether AWS publishes a metric at all, by its namespace, name and dimensions.
struct PublishedMetricDerivation {
    let assembly: ModelAssembly

    func run(_ metric: ObjectID) {
        assembly.derive(.namespaceMeant, of: metric) { reading throws(ReadingFailure) in
            guard let (namespace, name) = try namesIfSaid(of: metric, reading) else { return .absent }
            return PublishedMetrics.namespace(meantBy: namespace, metricName: name).map { .string($0) } ?? .absent
        }
        assembly.derive(.isMetricNameKnown, of: metric) { reading throws(ReadingFailure) in
            guard let (namespace, name) = try names(of: metric, reading) else { return .bool(true) }
            return .bool(PublishedMetrics.knows(name, in: namespace))
        }
        assembly.derive(.metricNameMeant, of: metric) { reading throws(ReadingFailure) in
            guard let (namespace, name) = try namesIfSaid(of: metric, reading), !PublishedMetrics.knows(name, in: namespace) else {
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
        assembly.derive(.dimensionsMeant, of: metric) { reading throws(ReadingFailure) in
            guard let (namespace, name) = try namesIfSaid(of: metric, reading) else { return .absent }
            let written = try dimensions(of: metric, reading)
            return PublishedMetrics.dimensions(meantBy: written, of: name, in: namespace).map { .string($0) } ?? .absent
        }
    }

    /// Namespace and name; `nil` for a line of metric math that is no metric.
    private func names(of metric: ObjectID, _ reading: Reading) throws(ReadingFailure) -> (String, String)? {
        guard let name = try reading.string(.metricName, of: metric), let namespace = try reading.string(.namespace, of: metric)
        else { return nil }
        return (namespace, name)
    }

    /// The same for what is absent where nothing is amiss: a name that is not known may need no advice.
    private func namesIfSaid(of metric: ObjectID, _ reading: Reading) throws(ReadingFailure) -> (String, String)? {
        do throws(ReadingFailure) {
            return try names(of: metric, reading)
        } catch {
            guard case .unknown(let reasons, _) = error else { throw error }
            throw .unknown(reasons, mayBeAbsent: true)
        }
    }

    private func dimensions(of metric: ObjectID, _ reading: Reading) throws(ReadingFailure) -> Set<String> {
        var names: Set<String> = []
        for dimension in try reading.objects(.dimensions, of: metric) {
            names.insert(try reading.string(.name, of: dimension) ?? "")
        }
        return names
    }
}
