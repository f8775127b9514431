import Evaluation
import Templates

extension TaskDerivation {
    func readImage(of container: ObjectID) {
        let image = assembly.written(.image, of: container)
        let (tag, isPinned) = Self.reference(image)
        assembly.setField(
            .imageTag, of: container, to: Field(tag, state: .derived, origin: image.origin, steps: image.steps))
        assembly.setField(
            .isImagePinned, of: container, to: Field(isPinned, state: .derived, origin: image.origin, steps: image.steps))
        let isInECR = isInECR(image)
        assembly.setField(
            .isInECR, of: container, to: Field(isInECR, state: .derived, origin: image.origin, steps: image.steps))
    }

    /// Whether an image is in a private repository of ECR: `111122223333.dkr.ecr.eu-west-1.amazonaws.com/jobs`.
    private func isInECR(_ image: Value) -> Field.Content {
        switch image.content {
        case .absent: return .bool(false)
        case .choice(let condition, let yes, let no):
            return .choice(
                condition, Field(isInECR(yes), state: .derived, origin: yes.origin),
                Field(isInECR(no), state: .derived, origin: no.origin))
        default: break
        }
        if image.knownPieces.contains(where: { $0.contains(".dkr.ecr.") || $0.contains(".dkr-ecr.") }) { return .bool(true) }
        for part in image.textParts {
            guard case .value(let value) = part, case .reference(let reference) = value.content else { continue }
            let type = assembly.typesByResource[reference.resource]
            if type == "AWS::ECR::Repository" || type == "aws_ecr_repository" { return .bool(true) }
        }
        if image.knownText != nil { return .bool(false) }
        let reasons = image.unknownReasons
        return .unknown(reasons.isEmpty ? [Reason("where the image is from is not known")] : reasons, mayBeAbsent: false)
    }

    /// The tag of an image, and whether it names one version: what stands behind the last `:` after the last `/`, or a digest.
    private static func reference(_ image: Value) -> (tag: Field.Content, isPinned: Field.Content) {
        let found = writtenReference(image)
        // A default that names one version is no fault, whatever a pipeline puts in its place.
        guard case .bool(false) = found.isPinned, let reason = otherImage(in: image) else { return found }
        return (.unknown([reason], mayBeAbsent: true), .unknown([reason], mayBeAbsent: false))
    }

    private static func writtenReference(_ image: Value) -> (tag: Field.Content, isPinned: Field.Content) {
        switch image.content {
        case .choice(let condition, let yes, let no):
            let (left, right) = (reference(yes), reference(no))
            func both(_ first: Field.Content, _ second: Field.Content) -> Field.Content {
                .choice(
                    condition, Field(first, state: .derived, origin: yes.origin),
                    Field(second, state: .derived, origin: no.origin))
            }
            return (both(left.tag, right.tag), both(left.isPinned, right.isPinned))
        case .scalar(let scalar): return reference(scalar.text[...])
        case .text(let parts):
            guard case .literal(let end)? = parts.last else { return unknown(image) }
            if end.contains("@sha256:") { return (.absent, .bool(true)) }
            guard end.contains(where: { $0 == ":" || $0 == "/" }) else { return unknown(image) }
            // Without a slash the colon before the tag may as well be that of a registry's port, which ends in digits.
            return reference(end[...])
        case .absent: return (.absent, .bool(true))
        default: return unknown(image)
        }
    }

    /// Why the image that is written may not be the one that runs: a pipeline gives the parameter a value, or another tool
    /// fills in a placeholder such as `{{ image }}`.
    private static func otherImage(in image: Value) -> Reason? {
        for step in image.steps {
            guard case .assumedDefault(let parameter, _) = step.kind else { continue }
            return Reason("the default of \(parameter) may be replaced at deployment")
        }
        let isTemplate = image.knownPieces.contains { text in ["{{", "<%", "${{"].contains { text.contains($0) } }
        return isTemplate ? Reason("another tool fills in the image") : nil
    }

    private static func reference(_ text: Substring) -> (tag: Field.Content, isPinned: Field.Content) {
        // ECS refuses an empty image: it is a gap that is filled in before deployment, and says nothing of the tag.
        if text.isEmpty || text.contains("@") { return (.absent, .bool(true)) }
        let name = text.lastIndex(of: "/").map { text[text.index(after: $0)...] } ?? text
        guard let colon = name.lastIndex(of: ":") else { return (.absent, .bool(false)) }
        let tag = String(name[name.index(after: colon)...])
        return (.string(tag), .bool(!tag.isEmpty && tag != "latest"))
    }

    private static func unknown(_ image: Value) -> (tag: Field.Content, isPinned: Field.Content) {
        let reasons = image.unknownReasons
        return (.unknown(reasons, mayBeAbsent: true), .unknown(reasons, mayBeAbsent: false))
    }
}
