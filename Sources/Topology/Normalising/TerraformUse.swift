/// What the model takes from Terraform resources of one type, for the reference documentation.
package struct TerraformUse: Sendable {
    package let type: String
    /// The kind that the resources become; `nil` for those that only say something of others.
    package let kind: Kind?
    /// Arguments and blocks that are read, without what stands inside of the blocks.
    package let arguments: [String]
    /// What they set of others: `queue.redrive`.
    package let sets: [String]
    /// Blocks of them that become objects of their own, as `warm_pool` becomes a warmPool.
    package let blocks: [(block: String, kind: Kind)]
    /// Attributes that mean another resource, and the arguments that name it.
    package let standsFor: [(attribute: String, argument: String)]
    /// Wherever a function is named, it means its function.
    package let isFunctionQualifier: Bool
}

extension ModelSchema {
    /// Every Terraform type that the model reads, by name.
    package var terraformUses: [TerraformUse] {
        terraformTypes.sorted().map { type in
            let kind = kind(ofType: type)
            let overlays = kinds.flatMap { kind in
                kind.fields.flatMap { field in
                    field.setBy.filter { $0.resourceType == type }.map {
                        (name: "\(kind.name).\(field.name)", type: field.type, overlay: $0)
                    }
                }
            }
            var arguments = (kind?.fields ?? []).flatMap { Self.heads(of: $0.terraform) }
            for (_, type, overlay) in overlays { arguments += self.arguments(of: overlay, for: type) }
            arguments.removeAll { Self.foreign[type]?.contains($0) == true }
            if let path = FunctionQualifier.paths[type] { arguments.append(path) }
            if OpaqueStack.types.contains(type) { arguments.append("parameters") }
            return TerraformUse(
                type: type, kind: kind?.key, arguments: Set(arguments).sorted(), sets: overlays.map(\.name),
                blocks: (blocksByType[type] ?? []).map { ($0.block.block, $0.kind.key) },
                standsFor: StandIn.attributes(of: type), isFunctionQualifier: FunctionQualifier.paths[type] != nil)
        }
    }

    /// Blocks that a kind has in another resource than this one: a schedule's target and a rule's are one kind.
    private static let foreign: [String: Set<String>] = ["aws_cloudwatch_event_target": ["ecs_parameters", "sqs_parameters"]]

    private static func heads(of source: PropertySource) -> [String] { source.places.compactMap(\.keys.first) }

    /// Where an overlay says whose field it sets, and what it sets; the fields of the structure that it is as a whole.
    private func arguments(of overlay: FieldOverlay, for type: FieldType) -> [String] {
        let owner =
            switch overlay.owner {
            case .link(let place), .sameValue(let place, _): Self.heads(of: place)
            }
        guard overlay.source == .whole, case .list(.object(let key)) = type, let kind = declaration(of: key) else {
            return owner + Self.heads(of: overlay.source)
        }
        return owner + kind.fields.flatMap { Self.heads(of: $0.terraform) }
    }
}

extension StandIn {
    fileprivate static func attributes(of type: String) -> [(attribute: String, argument: String)] {
        (arguments[type] ?? [:]).sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}
