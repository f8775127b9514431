import Evaluation
import Templates

/// Templates that are deployed side by side name each other's resources by their physical names.
extension LinkResolver {
    /// The only object of another system that a text surely names: by its ARN, its URL or its name, where nothing says that
    /// it is in another account or region. Names that several objects bear mean none of them.
    func elsewhere(_ value: Value, naming name: Value, among kind: KindDeclaration, from place: Viewpoint) -> ObjectID? {
        guard let physical = PhysicalName(value, naming: name, of: kind) else { return nil }
        let region = physical.region ?? assembly.region(ofRoot: place.root)
        let found = assembly.ids(of: kind.key, named: physical.name).filter { id in
            guard assembly.root(of: id) != place.root, assembly.objects[id.index].existence != .never else { return false }
            if let other = assembly.region(of: id), let region, other != region { return false }
            if let other = assembly.account(of: id), let account = physical.account, other != account { return false }
            guard let cluster = physical.cluster else { return true }
            return clusterName(of: id).map { $0 == cluster } ?? true
        }
        return found.count == 1 ? found.first : nil
    }

    /// The name of a service's cluster, whether the service names it or refers to it.
    private func clusterName(of service: ObjectID) -> String? {
        let written = assembly.written(.cluster, of: service)
        if case .reference(let reference) = written.content, let cluster = assembly.idsByResource[reference.resource] {
            return assembly.writtenName(of: cluster)?.knownText
        }
        return Self.nameTail(of: written).knownText
    }

    /// Whether a text is an ARN of another service than that of a kind: `arn:${Partition}:logs:...` is no queue, whatever the
    /// partition.
    static func isOfAnotherService(_ value: Value, than kind: KindDeclaration) -> Bool {
        guard let type = kind.resourceTypes.first, let own = ReferenceTable.service(of: type),
            let service = service(in: value)
        else { return false }
        return service != own
    }

    /// The service in an ARN, as far as it is known.
    static func service(in value: Value) -> String? {
        guard case .literal(let start)? = value.textParts.first, start.hasPrefix("arn:") else { return nil }
        var text = ""
        for part in value.textParts.prefix(3) {
            switch part {
            case .literal(let literal): text += literal
            // A part between two colons is one of the ARN's.
            case .value: text += "?"
            }
        }
        let parts = text.split(separator: ":", maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 4, !parts[2].contains("?"), !parts[2].isEmpty else { return nil }
        return String(parts[2])
    }
}
