import Evaluation
import Templates

/// Works out whether a cluster has the capacity providers that the strategies on it name.
///
/// Source: ECS CreateService and PutClusterCapacityProviders: a provider must be associated with the cluster before a strategy
/// may name it. A cluster that CloudFormation or Terraform makes has those that it names and no others; Managed Instances'
/// provider names its cluster itself (AWS::ECS::CapacityProvider, ClusterName).
struct AssociationDerivation {
    let assembly: ModelAssembly
    let resolver: LinkResolver
    private let associations: PossibleOwners

    /// A capacity provider: one of the input, or one by its name.
    private enum Provider: Equatable {
        case object(ObjectID)
        case name(String)
    }

    /// A strategy's line, when it is there, and what its strategy stands in.
    private struct Line {
        let item: ObjectID
        let condition: Condition
        let holder: ObjectID
    }

    init(assembly: ModelAssembly, resolver: LinkResolver) {
        self.assembly = assembly
        self.resolver = resolver
        associations = PossibleOwners(assembly, .capacityProviderAssociation, by: .cluster, asksExistence: true)
    }

    func run() {
        var lines: [ObjectID: [Line]] = [:]
        let holders: [(Kind, FieldKey)] = [
            (.cluster, .defaultStrategy), (.capacityProviderAssociation, .defaultStrategy),
            (.service, .capacityProviderStrategy), (.eventTarget, .capacityProviderStrategy),
        ]
        for (kind, field) in holders {
            for holder in assembly.ids(of: kind) {
                let existence = assembly.objects[holder.index].existence
                let clusters = kind == .cluster ? [(holder, Condition.always)] : assembly.objects(.cluster, of: holder).found
                for (cluster, condition) in clusters {
                    lines[cluster, default: []] += assembly.objects(field, of: holder).found.map {
                        Line(item: $0.id, condition: $0.condition.and(condition).and(existence), holder: holder)
                    }
                }
            }
        }
        for cluster in assembly.ids(of: .cluster) {
            let found = lines[cluster] ?? []
            for line in found { read(line, on: cluster) }
            assembly.setDerived(
                .strategyItems, of: cluster, to: assembly.links(found.map { ($0.item, $0.condition) }, open: []))
        }
    }

    private func read(_ line: Line, on cluster: ObjectID) {
        let value = assembly.written(.capacityProvider, of: line.item)
        assembly.derive(.isAssociated, of: line.item) { reading throws(ReadingFailure) in
            let (found, doubts) = try providers(value, from: line.holder, reading)
            guard let wanted = found.first, doubts.isEmpty else {
                return .unknown(
                    doubts.isEmpty ? [Reason("which capacity provider is meant is not known")] : doubts, mayBeAbsent: false)
            }
            if case .object(let id) = wanted, try reading.bool(.isManagedInstances, of: id) == true { return .bool(true) }
            return try isAssociated(wanted, with: cluster, reading)
        }
    }

    private func isAssociated(
        _ wanted: Provider, with cluster: ObjectID, _ reading: Reading
    ) throws(ReadingFailure) -> Field.Content {
        var doubts = assembly.openReasons(of: cluster)
        var holders = [cluster]
        for association in associations.owners(of: cluster) {
            guard try reading.isTrue(assembly.objects[association.index].existence) else { continue }
            do throws(ReadingFailure) {
                if try reading.object(.cluster, of: association) == cluster { holders.append(association) }
            } catch {
                if case .undecided = error { throw error }
                doubts += error.reasons
            }
        }
        for holder in holders {
            let (found, open) = try providers(
                assembly.written(.capacityProviders, of: holder), isList: true, from: holder, reading)
            if found.contains(wanted) { return .bool(true) }
            doubts += open
        }
        return doubts.isEmpty ? .bool(false) : .unknown(ModelAssembly.unique(doubts), mayBeAbsent: false)
    }

    /// The providers that a value names, and why there may be others.
    private func providers(
        _ value: Value, isList: Bool = false, from owner: ObjectID, _ reading: Reading
    ) throws(ReadingFailure) -> (found: [Provider], open: [Reason]) {
        var found: [Provider] = []
        var open: [Reason] = []
        let candidates =
            isList
            ? resolver.candidates(inList: value, among: .capacityProvider, from: owner)
            : resolver.candidates(value, among: .capacityProvider, from: owner)
        for candidate in candidates
        where try reading.isTrue(candidate.condition) {
            if case .object(let id) = candidate.meaning {
                found.append(.object(id))
            } else if let name = LinkResolver.nameTail(of: candidate.value).knownText {
                found.append(.name(name))
            } else if !candidate.value.isAbsent {
                let reasons = candidate.value.unknownReasons
                open +=
                    reasons.isEmpty ? [Reason("the capacity provider \(candidate.value.summary) is not in the input")] : reasons
            }
        }
        return (found, open)
    }
}
