import Evaluation
import Topology

extension UnknownName {
    /// The name as a problem of the template: an error where it is near a known one, else a note.
    var problem: TemplateProblem {
        TemplateProblem(code: .unknownName, message: message, help: help, origin: place, mayBeRight: meant == nil)
    }

    /// The line of the type rather than the whole resource.
    private var place: Origin {
        guard role == .resourceType, let entry = origin.node.entry("Type") else { return origin }
        return origin.child(.key("Type"), node: entry.value, key: entry.key)
    }

    private var isTerraform: Bool { !type.hasPrefix("AWS::") }

    private var message: String { shownMeant.map { "\(statement); did you mean \($0)?" } ?? statement }

    /// The name that was meant, as it is written there.
    private var shownMeant: String? {
        guard isEmbedded, role == .property else { return meant }
        return meant.map { ($0.first?.lowercased() ?? "") + $0.dropFirst() }
    }

    private var statement: String {
        let word = isEmbedded ? "key" : isTerraform ? "argument" : "property"
        switch role {
        case .resourceType: return "\(isTerraform ? "Terraform's AWS provider" : "AWS") has no resource type \(name)"
        case .property where meant == nil: return "this version does not know the \(word) \(name) of \(holder)"
        case .property: return "\(holder) has no \(word) \(name)"
        case .value where meant == nil: return "this version does not know the value \(name) for \(path) of \(type)"
        case .value: return "\(path) of \(type) takes no value \(name)"
        }
    }

    /// What the property would belong to.
    private var holder: String {
        if isEmbedded { return "a container definition of \(type)" }
        let parent = path.utf8.lastIndex(of: UInt8(ascii: ".")).map { String(path[..<$0]) }
        return parent.map { "\($0) of \(type)" } ?? type
    }

    private var help: String {
        if let shownMeant, isEmbedded, role == .property {
            return "Write \(shownMeant): Terraform's provider passes over keys that it does not know."
        }
        if let meant { return "Write \(meant). AWS refuses the template as it stands." }
        return "Look up whether AWS has it. If so, a newer version may read it; errors of this resource stay undecided here."
    }
}
