/// What a loop gives for each element of a collection that is not known yet.
package struct LoopFormula: Sendable {
    /// What the results are put together to.
    package enum Form: Sendable {
        case list
        /// A map of the keys that a formula gives; of a key that comes twice either the loop fails or it lists both.
        case map(key: Value, isGrouping: Bool)
        /// A list, which is empty for null and of one element for what is no list.
        case splat
    }

    /// What the loop goes over.
    package let collection: Value
    /// Stands for the element's position or key in the formulas below.
    package let keyInput: OpenInput
    /// Stands for the element in the formulas below.
    package let elementInput: OpenInput
    /// Which elements the loop takes.
    package let filter: Condition
    /// What it gives for one.
    package let result: Value
    /// What these are put together to.
    package let form: Form

    /// Creates a loop over a collection.
    package init(
        over collection: Value, key: OpenInput, element: OpenInput, filter: Condition, result: Value, form: Form
    ) {
        self.collection = collection
        keyInput = key
        elementInput = element
        self.filter = filter
        self.result = result
        self.form = form
    }

    /// The loop's name in a key and in a sentence.
    var name: String {
        switch form {
        case .list: "for"
        case .map(_, let isGrouping): isGrouping ? "for...=>" : "for=>"
        case .splat: "[*]"
        }
    }

    /// The key that the loop gives its results, for one that makes a map.
    var resultKey: Value? {
        if case .map(let key, _) = form { key } else { nil }
    }

    /// The elements of a known collection with their keys, in Terraform's order; `nil` where they are not all known.
    func items(of collection: Value) throws(ExpressionFailure) -> [(key: Datum, element: Datum)]? {
        switch collection.content {
        case .list(let elements, []):
            var items: [(key: Datum, element: Datum)] = []
            for (position, element) in elements.enumerated() {
                guard let datum = Datum(element) else { return nil }
                items.append((.number("\(position)"), datum))
            }
            return items
        case .map(let members, []):
            if case .splat = form { return Datum(collection).map { [(.number("0"), $0)] } }
            var items: [(key: Datum, element: Datum)] = []
            for member in Value.sorted(members) {
                guard let datum = Datum(member.value) else { return nil }
                items.append((.text(member.key), datum))
            }
            return items
        case .absent:
            guard case .splat = form else { throw ExpressionFailure("null has no elements") }
            return []
        case .scalar:
            guard case .splat = form else { throw ExpressionFailure("the value has no elements") }
            return Datum(collection).map { [(.number("0"), $0)] }
        case .text, .list, .map, .reference, .external, .unknown, .choice: return nil
        }
    }
}

extension OpenInput {
    /// What stands for an element of a loop while its formula is made; nobody gives it a value but the loop.
    ///
    /// - Parameters:
    ///   - depth: how many names the loops around it give, so that an inner loop has names of its own.
    ///   - role: `key` or `element`.
    package static func loopVariable(_ role: String, depth: Int, name: String, shape: ValueShape) -> OpenInput {
        OpenInput(
            key: "\(loopPrefix)\(depth)#\(role)", name: name, kind: .deployment, shape: shape, isNullable: shape == .any)
    }

    private static let loopPrefix = "loop "

    /// Whether a loop gives it its value.
    var isLoopVariable: Bool { key.hasPrefix(Self.loopPrefix) }
}

extension Datum {
    /// A value that is wholly known; `nil` for every other one.
    package init?(_ value: Value) {
        switch value.content {
        case .absent: self = .null
        case .scalar(let scalar): self.init(scalar)
        case .list(let elements, []):
            let data = elements.compactMap { Datum($0) }
            guard data.count == elements.count else { return nil }
            self = .list(data)
        case .map(let members, []):
            let data = members.compactMap { member in Datum(member.value).map { (member.key, $0) } }
            guard data.count == members.count else { return nil }
            self = .map(Dictionary(data, uniquingKeysWith: { $1 }))
        case .text, .list, .map, .reference, .external, .choice, .unknown: return nil
        }
    }
}
