import Evaluation
@testable import Templates

extension Value {
    /// The value in one line, for comparisons: `[arn:${AWS::Partition}:x, Jobs.Arn]`, `{a: 1}`, `if(IsProd; 1; -)`.
    var shown: String {
        switch content {
        case .scalar(let scalar): scalar.text
        case .text(let parts):
            parts.map { part in
                switch part {
                case .literal(let text): text
                case .value(let value): "${\(value.shown)}"
                }
            }.joined()
        case .list(let values, let open): "[\(values.map(\.shown).joined(separator: ", "))\(open.isEmpty ? "" : ", ...")]"
        case .map(let members, _): "{\(members.map { "\($0.key): \($0.value.shown)" }.sorted().joined(separator: ", "))}"
        case .reference(let reference):
            switch reference.attribute {
            case .identifier: reference.resource.logicalID
            case .named(let name): "\(reference.resource.logicalID).\(name)"
            }
        case .external(let description): description
        case .choice(let condition, let yes, let no):
            "if(\(condition.undecidedAtom(in: .open)?.label ?? "?"); \(yes.shown); \(no.shown))"
        case .absent: "-"
        case .unknown(let reasons, _): reasons.first?.source.map { String($0.drop { $0 != "#" }.dropFirst()) } ?? "?"
        }
    }
}

extension Workload {
    /// A resource of the first stack by its logical id.
    func resource(_ logicalID: String) -> Resource? { stacks.first?.resources.first { $0.id.logicalID == logicalID } }

    /// Logical ids of the first stack's resources with their types.
    var types: [String: String] {
        let resources = stacks.first?.resources ?? []
        return Dictionary(resources.map { ($0.id.logicalID, $0.type) }, uniquingKeysWith: { _, last in last })
    }
}
