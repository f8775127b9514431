import Evaluation

/// Finds scalable targets by what policies say of them, in a time that does not grow with their number.
struct ScalableTargetIndex {
    private struct WrittenID: Hashable {
        let root: Int
        let key: String
    }

    private var byResourceID: [WrittenID: [ObjectID]] = [:]
    private var byService: [ObjectID: [ObjectID]] = [:]

    /// - Parameter assembly: its scalable targets are linked to their services already.
    init(_ assembly: ModelAssembly) {
        for target in assembly.ids(of: .scalableTarget) {
            if let key = assembly.written(.resourceId, of: target).identityKey {
                byResourceID[WrittenID(root: assembly.root(of: target), key: key), default: []].append(target)
            }
            if case .object(let service) = assembly.field(.service, of: target).content {
                byService[service, default: []].append(target)
            }
        }
    }

    /// The targets of a system whose resource id is surely the same.
    func targets(withResourceID value: Value, inRoot root: Int) -> [ObjectID] {
        value.identityKey.flatMap { byResourceID[WrittenID(root: root, key: $0)] } ?? []
    }

    /// The targets that move one of some services.
    func targets(of services: [ObjectID]) -> [ObjectID] { services.flatMap { byService[$0] ?? [] } }
}
