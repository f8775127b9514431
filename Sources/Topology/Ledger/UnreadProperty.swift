import Evaluation

/// A property that a template sets, that the model does not read, and that may change verdicts.
package struct UnreadProperty: Sendable, Hashable {
    /// Which verdicts it may change.
    package enum Bearing: Sendable, Hashable {
        /// Those of the named rules; `cost` stands for the calculator's figures.
        case rules([String])
        /// Those of every check of the level error that looks at the resource, and the calculator's figures.
        case errors
    }

    /// How the template spells it: `DeploymentConfiguration.Strategy`.
    package let path: String
    /// Which verdicts it may change.
    package let bearing: Bearing

    /// How a bearing on the calculator's figures is written.
    package static let cost = "cost"

    /// Why a verdict is open, for people.
    package var reason: String { "\(path) is not read by this version" }

    /// Whether figures of the calculator may be others because of it.
    package var bearsOnCost: Bool {
        switch bearing {
        case .rules(let rules): rules.contains(Self.cost)
        case .errors: true
        }
    }

    /// Whether the verdict of a rule's check may be another one because of it.
    package func bears(on rule: String, isError: Bool) -> Bool {
        switch bearing {
        case .rules(let rules): rules.contains(rule)
        case .errors: isError
        }
    }
}

/// The unread properties of an input, by the resources that set them.
package struct UnreadProperties: Sendable {
    /// A resource by its file and its name for people, as objects of the model know it.
    private struct Key: Hashable, Sendable {
        let file: String
        let resource: String
    }

    private var properties: [Key: [UnreadProperty]] = [:]

    /// Creates an empty collection.
    package init() {}

    /// Whether no resource sets an unread property.
    package var isEmpty: Bool { properties.isEmpty }

    mutating func add(_ found: [UnreadProperty], of resource: String, in file: String) {
        guard !found.isEmpty else { return }
        properties[Key(file: file, resource: resource), default: []] += found
    }

    /// Those of the resource that an object is, or stands in.
    package func of(_ object: ModelObject) -> [UnreadProperty] {
        guard !properties.isEmpty, let resource = object.resource else { return [] }
        return properties[Key(file: object.origin.document.path, resource: resource)] ?? []
    }

    /// Whether one of any resource may change the verdicts of a rule.
    package func bear(on rule: String, isError: Bool) -> Bool {
        properties.values.contains { $0.contains { $0.bears(on: rule, isError: isError) } }
    }
}
