import Evaluation
import Templates

/// Reads the resource ids of scalable targets: `service/CLUSTER/SERVICE`, by names.
///
/// Source: Application Auto Scaling, RegisterScalableTarget, `ResourceId`: "The resource type is service and the unique identifier is
/// the cluster name and service name."
struct ServiceResourceIDs {
    let assembly: ModelAssembly
    let resolver: LinkResolver

    // MARK: - Form

    /// Whether a value has the form of a service's resource id, as far as it is written.
    func namesService(_ value: Value) -> Field.Content {
        switch value.content {
        case .choice(let condition, let yes, let no):
            return .choice(
                condition, Field(namesService(yes), state: .derived, origin: yes.origin),
                Field(namesService(no), state: .derived, origin: no.origin))
        case .absent: return .unknown([Reason("it has no resource id")], mayBeAbsent: false)
        case .scalar, .text, .reference: break
        case .unknown, .external, .list, .map: return .unknown(value.unknownReasons, mayBeAbsent: false)
        }
        return isOfService(Self.segments(of: value)).map { .bool($0) } ?? .unknown(value.unknownReasons, mayBeAbsent: false)
    }

    /// The same for what stands between the slashes; `nil` where unknown parts leave it open.
    private func isOfService(_ segments: [[TextPart]]) -> Bool? {
        let forms = ReferenceForms(assembly: assembly)
        var isOpen = false
        for part in segments.joined() {
            switch part {
            case .literal(let text): if text.contains(":") && !text.contains("{") { return false }
            case .value(let value):
                switch forms.form(of: value) {
                case .arn?, .url?: return false
                case .name?: continue
                // A scalable target's id is a resource id itself; what is not known may hold slashes.
                case .id?, nil: isOpen = isOpen || value.deploymentPlace == nil
                }
            }
        }
        let isService = segments.first.map { Self.isService($0, isOpen: isOpen) } ?? false
        guard let isService else { return nil }
        guard isService, segments.count <= 3 else { return false }
        guard segments.count == 3 else { return isOpen ? nil : false }
        return !segments.contains(where: \.isEmpty)
    }

    /// Whether the first segment is `service`.
    private static func isService(_ segment: [TextPart], isOpen: Bool) -> Bool? {
        guard case .literal(let text)? = segment.first else {
            // A name of something, or all of it.
            return isOpen ? nil : false
        }
        if segment.count == 1 { return text == "service" }
        return "service".hasPrefix(text) ? nil : false
    }

    /// What stands between the slashes that are written.
    static func segments(of value: Value) -> [[TextPart]] {
        var segments: [[TextPart]] = [[]]
        for part in value.textParts {
            guard case .literal(let text) = part else {
                segments[segments.count - 1].append(part)
                continue
            }
            for (number, piece) in text.split(separator: "/", omittingEmptySubsequences: false).enumerated() {
                if number > 0 { segments.append([]) }
                if !piece.isEmpty { segments[segments.count - 1].append(.literal(String(piece))) }
            }
        }
        return segments
    }

    // MARK: - Services

    /// The only service of the target's system whose name the id has, where that service surely runs in another cluster.
    func misplacedService(_ value: Value, from target: ObjectID) -> Field.Content {
        if case .choice(let condition, let yes, let no) = value.content {
            return .choice(
                condition, Field(misplacedService(yes, from: target), state: .derived, origin: yes.origin),
                Field(misplacedService(no, from: target), state: .derived, origin: no.origin))
        }
        guard let cluster = LinkResolver.clusterPart(of: value), !isLinked(value, target) else { return .absent }
        let named = mentionedServices(value, from: target)
        let others = named.filter { resolver.runs($0, inCluster: cluster, from: target) == false }
        guard let service = others.first, others.count == named.count else { return .absent }
        return .object(service)
    }

    private func isLinked(_ value: Value, _ target: ObjectID) -> Bool {
        resolver.candidates(value, among: .service, from: target).contains { candidate in
            if case .outside = candidate.meaning { false } else { true }
        }
    }

    /// The services of the target's system that the end of an id refers to or names, whatever stands before it.
    func mentionedServices(_ value: Value, from target: ObjectID) -> [ObjectID] {
        guard case .choice(_, let yes, let no) = value.content else {
            let tail = Self.segments(of: value).last ?? []
            if case .value(let only)? = tail.first, tail.count == 1, case .reference(let reference) = only.content {
                guard let id = assembly.idsByResource[reference.resource],
                    assembly.objects[id.index].kind.key == .service
                else { return [] }
                return [id]
            }
            guard let name = Value.joined(tail, origin: value.origin, steps: []).knownText else { return [] }
            return assembly.ids(of: .service, named: name, inRoot: assembly.root(of: target)).certain
        }
        return mentionedServices(yes, from: target) + mentionedServices(no, from: target)
    }
}
