import Evaluation
import Templates

/// Which templates of a run are close enough that an unknown name in one may mean something in the other.
///
/// Two unrelated stacks must not silence each other, so that it takes a sign: both stand in one folder; or the template that
/// points has nothing of the kind itself, as one that adds scaling or alarms to whatever it is given, and stands in a folder
/// above, below or beside the other.
struct Neighbours {
    private let folders: [Int: [Substring]]

    init(_ workload: Workload) {
        let roots = Dictionary(
            workload.stacks.map { ($0.root, $0.document.path) }, uniquingKeysWith: { first, _ in first })
        folders = roots.mapValues { Array($0.split(separator: "/").dropLast()) }
    }

    /// Whether a name in one system may mean something of another.
    ///
    /// - Parameter hasOwn: whether the system that points has things of the kind itself.
    func mayMean(from root: Int, to other: Int, hasOwn: Bool) -> Bool {
        guard root != other, let here = folders[root], let there = folders[other] else { return false }
        if here == there { return true }
        guard !hasOwn else { return false }
        if here.starts(with: there) || there.starts(with: here) { return true }
        return here.dropLast() == there.dropLast()
    }
}

extension LinkResolver {
    /// The objects of other templates that a value may mean which only its input knows: a parameter without value, an
    /// import, a text with such a part that their names do not contradict.
    func neighbours(meantBy value: Value, among kind: Kind, from owner: ObjectID) -> [ObjectID] {
        let root = assembly.root(of: owner)
        guard let unknown = Self.unknownName(in: value, kind: kind) else { return [] }
        let hasOwn = !assembly.ids(of: kind, inRoot: root).isEmpty
        let others = assembly.ids(of: kind).filter { id in
            assembly.neighbours.mayMean(from: root, to: assembly.root(of: id), hasOwn: hasOwn)
        }
        guard assembly.mayCompare(others.count) else { return [] }
        return others.filter { id in
            if isElsewhere(value, id, from: assembly.viewpoint(of: owner)) { return false }
            guard case .text = unknown.content else { return true }
            // CloudFormation makes up a name that is not written; a text with a fixed part is none of these.
            guard let name = assembly.writtenName(of: id), !name.isAbsent else { return false }
            return !unknown.contradicts(name)
        }
    }

    /// The part of a value that names something, where only an input from outside knows it. What is made of the system's own
    /// resources means these.
    private static func unknownName(in value: Value, kind: Kind) -> Value? {
        let name =
            switch value.content {
            case .text: namePart(of: value, kind: kind)
            default: value
            }
        switch name.content {
        case .unknown(let reasons, _):
            return name.mentions.isEmpty && reasons.contains { $0.source != nil } ? name : nil
        case .text(let parts):
            let values = parts.compactMap { part in if case .value(let value) = part { value } else { nil } }
            let isOpen = values.allSatisfy { value in
                if case .unknown = value.content { value.mentions.isEmpty } else { false }
            }
            return isOpen ? name : nil
        default: return nil
        }
    }
}
