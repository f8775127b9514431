import Evaluation

/// What the dialects must know of the types of AWS and its provider to read them: handed in, so that nothing here knows a queue.
///
/// Without facts less is known and nothing is wrong. A class, since every call of a function holds it.
package final class ProviderFacts: Sendable {
    /// What the values that AWS gives resources stand for, by type.
    package let references: [String: ReferenceRow]
    /// Terraform's attributes that identify a resource to others: a reference says more than the text that they are set to.
    package let identities: Set<String>
    /// Terraform's attributes that are one text wherever a resource has them: AWS gives them to each, so that none is null.
    package let texts: Set<String>
    /// Terraform's attributes that hold a name, which people build other names from.
    package let names: Set<String>
    /// Terraform's attributes that may hold another resource's name with something around it.
    package let builtTexts: Set<String>
    /// Terraform's attributes that hold JSON or a script, which is made of names and no attribute of another resource.
    package let documents: Set<String>
    /// The arguments by which data sources find a resource, by the type of both.
    package let lookups: [String: String]
    /// What the answers of data sources look like, by type without `data.`.
    package let dataSources: [String: DataSourceRow]
    /// Terraform types whose region is that of the stack, the most telling first.
    package let tellingTypes: [Set<String>]
    /// Terraform types of which it is asked whether one is made after another: where a plan has all of them, it is read what its
    /// resources wait for.
    package let orderedTypes: Set<String>

    /// No facts.
    package static let none = ProviderFacts(references: [])

    /// Creates facts; of rows with one type the first counts.
    package init(
        references: [ReferenceRow], identities: Set<String> = [], texts: Set<String> = [], names: Set<String> = [],
        builtTexts: Set<String> = [], documents: Set<String> = [], lookups: [String: String] = [:],
        dataSources: [String: DataSourceRow] = [:], tellingTypes: [Set<String>] = [],
        orderedTypes: Set<String> = []
    ) {
        self.references = Dictionary(references.map { ($0.type, $0) }, uniquingKeysWith: { first, _ in first })
        self.identities = identities
        self.texts = texts
        self.names = names
        self.builtTexts = builtTexts
        self.documents = documents
        self.lookups = lookups
        self.dataSources = dataSources
        self.tellingTypes = tellingTypes
        self.orderedTypes = orderedTypes
    }

    /// What references to resources of a type stand for, in either dialect and for data sources too; `nil` for a type that is
    /// not listed.
    package func row(of type: String) -> ReferenceRow? {
        references[type.hasPrefix("data.") ? String(type.dropFirst("data.".count)) : type]
    }

    /// Whether a reference is one of those that are a single text.
    func isSurelyText(_ reference: Reference) -> Bool {
        switch reference.attribute {
        case .identifier: true
        case .named(let name): texts.contains(name)
        }
    }
}
