import Evaluation
import Templates

/// The policies of functions: each permission is a statement.
///
/// Source: AddPermission (botocore lambda 2015-03-31): `SourceArn` is compared with ArnLike, `SourceAccount` with
/// StringEquals. A permission for an alias or a version counts for the function: which one is called is not asked.
struct FunctionPermissions {
    private let assembly: ModelAssembly
    private let names: ResourceNames
    /// The permissions that name a function.
    private let links: ReverseLinks

    init(_ assembly: ModelAssembly, _ resolver: LinkResolver) {
        self.assembly = assembly
        names = ResourceNames(assembly: assembly)
        links =
            assembly.ids(of: .function).isEmpty
            ? ReverseLinks()
            : ReverseLinks(
                assembly, resolver, from: assembly.ids(of: .functionPermission), by: .function, to: .function)
    }

    /// The permissions of a function, each with its condition.
    func permissions(of function: ObjectID) -> [(id: ObjectID, condition: Condition)] { links.owners(of: function) }

    /// Why there may be more.
    func doubts(of function: ObjectID) -> [Reason] {
        assembly.openReasons(of: function) + links.doubts(inRoot: assembly.root(of: function))
    }

    func policies(of function: ObjectID) -> PolicyDocumentSet {
        PolicyDocumentSet(
            statements: permissions(of: function).map { statement($0.id, when: $0.condition) }, open: doubts(of: function))
    }

    private func statement(_ id: ObjectID, when condition: Condition) -> PolicyStatement {
        let action = assembly.written(.action, of: id)
        let principal = assembly.written(.principal, of: id)
        return PolicyStatement(
            effect: "Allow",
            actions: patterns(action).map {
                PolicyPattern(text: $0.text.lowercased, presence: $0.presence, origin: $0.origin)
            },
            isNotAction: false, resources: [], isNotResource: false, principals: patterns(principal).map(Self.principal),
            isNotPrincipal: false, conditions: conditions(of: id), presence: condition,
            origin: assembly.objects[id.index].origin, object: nil,
            open: PolicyStatement.Open(
                actions: ModelAssembly.openReasons(action), principals: ModelAssembly.openReasons(principal)))
    }

    private func patterns(_ value: Value) -> [PolicyPattern] {
        ModelAssembly.elements(value).map {
            PolicyPattern(
                text: names.text(of: $0.value, isPattern: true), presence: $0.condition, origin: $0.value.origin)
        }
    }

    /// `*`, a service such as `s3.amazonaws.com`, else an account, a role or a user.
    private static func principal(_ pattern: PolicyPattern) -> PolicyPrincipal {
        let known = pattern.text.known
        let kind: PolicyPrincipal.Kind =
            if pattern.text.isAny {
                .everyone
            } else {
                known?.contains(".amazonaws.com") == false ? .aws : .service
            }
        return PolicyPrincipal(kind: kind, text: pattern.text, presence: pattern.presence)
    }

    private func conditions(of id: ObjectID) -> [PolicyCondition] {
        let sources: [(FieldKey, String, String)] = [
            (.sourceArn, "arnlike", "aws:sourcearn"), (.sourceAccount, "stringequals", "aws:sourceaccount"),
            (.principalOrganisation, "stringequals", "aws:principalorgid"),
        ]
        return sources.compactMap { field, comparison, key in
            let value = assembly.written(field, of: id)
            guard !value.isAbsent else { return nil }
            var open = ModelAssembly.openReasons(value)
            if case .choice = value.content { open.append(Reason("the \(field.name) of a permission depends on a condition")) }
            return PolicyCondition(
                comparison: comparison, isIfExists: false, key: key, values: patterns(value), open: open)
        }
    }
}
