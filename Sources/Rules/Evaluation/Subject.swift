import CEL
import Topology

/// What a verdict is about: the object, or a member of the rule's list.
struct Subject: Hashable {
    /// Tells subjects apart over all worlds.
    let key: String
    /// For fingerprints and tests.
    let name: String

    /// The object itself.
    static let object = Subject(key: "", name: "")

    private init(key: String, name: String) {
        self.key = key
        self.name = name
    }

    init(member: CEL.Value, index: Int) {
        if case .object(let view as ModelView) = member {
            self.init(key: "object \(view.id.index)", name: view.description)
        } else {
            self.init(key: "\(index) \(member)", name: member.description)
        }
    }
}
