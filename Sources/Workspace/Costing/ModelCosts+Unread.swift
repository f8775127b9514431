import Rules
import Topology

extension ModelCosts {
    /// What the price of a service rests on beside its own resource: each by the field that leads there.
    private static let supports: [FieldKey] = [.taskDefinition, .scalableTarget]

    /// - Throws: when something that the price rests on sets a property that the model does not read and that may change it.
    func demandRead(of service: ObjectID) throws(CostUnknown) {
        guard !model.unread.isEmpty else { return }
        var objects = [service] + Self.supports.compactMap { reading.knownObject($0, of: service) }
        if let target = reading.knownObject(.scalableTarget, of: service) {
            objects += reading.knownObjects(.policies, of: target)
        }
        for group in reading.knownObjects(.autoScalingGroups, of: service) {
            objects += [group] + [.launchTemplate, .launchConfiguration].compactMap { reading.knownObject($0, of: group) }
        }
        for item in reading.knownObjects(.effectiveStrategy, of: service) {
            if let provider = reading.knownObject(.managedProvider, of: item) { objects.append(provider) }
        }
        var reasons: [String] = []
        for object in objects.map({ model[$0] }) {
            for property in model.unread.of(object) where property.bearsOnCost {
                let reason = "\(property.reason), set by \(object.resource ?? object.name)"
                if !reasons.contains(reason) { reasons.append(reason) }
            }
        }
        guard reasons.isEmpty else { throw CostUnknown(reasons) }
    }
}
