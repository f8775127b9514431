import Evaluation
import Templates

/// Grants of KMS keys: they let roles use a key whatever its policy leaves out.
///
/// Source: KMS developer guide, "Grants in AWS KMS"; aws_kms_grant of Terraform's AWS provider. CloudFormation has none.
struct KeyGrants {
    private let assembly: ModelAssembly
    private let resolver: LinkResolver
    private let links: ReverseLinks

    init(_ assembly: ModelAssembly, _ resolver: LinkResolver) {
        self.assembly = assembly
        self.resolver = resolver
        links =
            assembly.ids(of: .kmsKey).isEmpty
            ? ReverseLinks()
            : ReverseLinks(assembly, resolver, from: assembly.ids(of: .keyGrant), by: .key, to: .kmsKey)
    }

    /// Whether a grant lets a role do something with a key.
    func answer(
        to role: ObjectID, _ action: String, with key: ObjectID, _ reading: Reading
    ) throws(ReadingFailure) -> PolicyAnswer {
        var doubts = links.doubts(inRoot: assembly.root(of: key))
        let operation = action.split(separator: ":").last.map(String.init) ?? action
        for grant in links.owners(of: key) where try reading.isTrue(grant.condition) {
            let (isAllowed, open) = allows(operation, grant.id)
            guard isAllowed || !open.isEmpty else { continue }
            for candidate in resolver.candidates(assembly.written(.role, of: grant.id), among: .role, from: grant.id)
            where try reading.isTrue(candidate.condition) {
                switch candidate.meaning {
                case .object(role) where isAllowed: return .allowed(assembly.objects[grant.id.index].origin)
                case .object(role): doubts += open
                case .unknown(let reasons, _): doubts += reasons
                case .object, .outside, .absent: continue
                }
            }
        }
        return doubts.isEmpty ? .notGranted : .unknown(doubts)
    }

    private func allows(_ operation: String, _ grant: ObjectID) -> (isAllowed: Bool, open: [Reason]) {
        let operations = assembly.written(.operations, of: grant)
        let isAllowed = ModelAssembly.elements(operations).contains { $0.value.knownText == operation }
        return (isAllowed, ModelAssembly.openReasons(operations))
    }
}
