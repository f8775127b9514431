import Evaluation

/// Cuts texts of which only names, regions, accounts and the like are not known: how ARNs and URLs are built says what
/// stands between their colons and slashes.
///
/// Templates take names out of identifiers by this: `Fn::Select [5, Fn::Split [":", !Ref Service]]`,
/// `element(split(":", aws_ecs_service.a.id), 5)`, `basename(var.queue_url)`.
struct AddressPieces {
    let facts: ProviderFacts
    /// The type of a resource of the input; `nil` for one that is not known.
    let type: (ResourceID) -> String?
    let origin: Origin

    /// What stands between the separators; `nil` where a part that is not known may hold one.
    func pieces(of value: Value, separator: String) -> [[TextPart]]? {
        guard let mark = separator.first, separator.count == 1, mark == ":" || mark == "/" else { return nil }
        var pieces: [[TextPart]] = [[]]
        for part in value.textParts {
            guard let spelled = spelled(part, mark) else { return nil }
            for part in spelled {
                guard case .literal(let text) = part else {
                    pieces[pieces.count - 1].append(part)
                    continue
                }
                for (number, piece) in text.split(separator: mark, omittingEmptySubsequences: false).enumerated() {
                    if number > 0 { pieces.append([]) }
                    if !piece.isEmpty { pieces[pieces.count - 1].append(.literal(String(piece))) }
                }
            }
        }
        return pieces
    }

    /// A part as parts of which none that is not known may hold the separator; `nil` where that is not known.
    private func spelled(_ part: TextPart, _ mark: Character) -> [TextPart]? {
        guard case .value(let value) = part else { return [part] }
        if value.deploymentPlace != nil || Self.isPiece(value) { return [part] }
        guard case .reference(let reference) = value.content, let type = type(reference.resource),
            let row = facts.row(of: type), let form = row.form(of: reference.attribute)
        else { return nil }
        guard let pattern = row.pattern(of: form) else {
            // A name holds neither, but for those that may be paths.
            return form == .name && !(mark == "/" && Self.mayNameHoldSlash(row)) ? [part] : nil
        }
        return spelled(pattern, reference, value, row, mark)
    }

    private static func mayNameHoldSlash(_ row: ReferenceRow) -> Bool {
        guard let arn = row.arn else { return true }
        return arn.pieces.contains { $0 == .name(mayHoldSlash: true) } || !arn.pieces.contains(.name(mayHoldSlash: false))
    }

    private func spelled(
        _ pattern: AddressPattern, _ reference: Reference, _ value: Value, _ row: ReferenceRow, _ mark: Character
    ) -> [TextPart]? {
        var parts: [TextPart] = []
        for piece in pattern.pieces {
            switch piece {
            case .literal(let text): parts.append(.literal(text))
            case .name(let mayHoldSlash), .open(_, let mayHoldSlash):
                guard !(mark == "/" && mayHoldSlash) else { return nil }
                parts.append(.value(self.value(of: piece, reference, value, row)))
            }
        }
        return parts
    }

    private func value(of piece: AddressPattern.Piece, _ reference: Reference, _ value: Value, _ row: ReferenceRow) -> Value {
        let resource = reference.resource
        if case .name = piece, let attribute = row.nameAttribute {
            return Value(.reference(Reference(resource: resource, attribute: attribute)), origin: origin, steps: value.steps)
        }
        guard case .open(let word, _) = piece else {
            return .unknown(Reason("the name of \(resource.logicalID) is made at deployment"), origin: origin)
        }
        if let place = Self.places[word] {
            let reason = Reason("\(place.rawValue) is known at deployment only", source: place.source)
            return .unknown(reason, origin: origin)
        }
        let source = "\(Self.mark)\(resource.stack)/\(resource.logicalID)#\(word)"
        return .unknown(
            Reason("the \(word) of \(resource.logicalID) is known at deployment only", source: source), origin: origin)
    }

    /// Begins what identifies the unknown pieces that are made here, which hold no separators.
    private static let mark = "piece:"

    private static func isPiece(_ value: Value) -> Bool {
        guard case .unknown(let reasons, false) = value.content, reasons.count == 1 else { return false }
        return reasons.first?.source?.hasPrefix(mark) ?? false
    }

    private static let places: [String: DeploymentPlace] = [
        "partition": .partition, "region": .region, "account": .account,
    ]
}
