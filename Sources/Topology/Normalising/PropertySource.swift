import Evaluation
import Templates

/// Where one dialect writes a field: a path, or several of which the first that is written counts.
///
/// A string literal is the usual way to write one: `"Properties.QueueName"`, `"launch_template|mixed_instances_policy.x"`.
package struct PropertySource: Sendable, Hashable, ExpressibleByStringLiteral {
    /// One place, below the resource or below the structure that holds the field.
    struct Place: Sendable, Hashable {
        let keys: [String]
        let conversion: PropertyConversion?

        func value(in body: Value, dialect: Dialect) -> Value {
            switch dialect {
            case .cloudFormation: body.member(atPath: keys)
            case .terraform: body.attribute(atPath: keys)
            }
        }

        func converted(_ value: Value) -> Value { conversion?.convert(value) ?? value }
    }

    let places: [Place]
    /// All places count together as one list, rather than the first that is written.
    let isJoined: Bool

    /// Creates a source of one path, or of several with `|` between them.
    package init(stringLiteral text: String) {
        self = .path(text)
    }

    private init(places: [Place], isJoined: Bool = false) {
        self.places = places
        self.isJoined = isJoined
    }

    /// Not written in this dialect.
    package static let none = PropertySource(places: [])

    /// The resource or structure itself.
    package static let whole = PropertySource(places: [Place(keys: [], conversion: nil)])

    /// One path, or several with `|` between them.
    ///
    /// - Parameter conversion: what makes the model's value of the written one.
    package static func path(_ text: String, as conversion: PropertyConversion? = nil) -> PropertySource {
        PropertySource(
            places: text.utf8.split(separator: UInt8(ascii: "|")).map { path in
                let keys = path.split(separator: UInt8(ascii: ".")).map { String(Substring($0)) }
                return Place(keys: keys, conversion: conversion)
            })
    }

    /// Several places, each with a conversion of its own.
    package static func anyOf(_ sources: PropertySource...) -> PropertySource {
        PropertySource(places: sources.flatMap(\.places))
    }

    /// Several places whose elements make one list.
    package static func joined(_ sources: PropertySource...) -> PropertySource {
        PropertySource(places: sources.flatMap(\.places), isJoined: true)
    }

    /// Whether the dialect does not write the field at all.
    package var isNone: Bool { places.isEmpty }

    /// The paths for people: `Properties.Roles|Properties.RoleName`.
    package var description: String {
        places.map { $0.keys.joined(separator: ".") }.joined(separator: isJoined ? " and " : "|")
    }

    /// The keys of the first path.
    package var firstPath: [String] { places.first?.keys ?? [] }

    /// The last key of the first path: how people call the property.
    package var lastName: String? { firstPath.last }

    /// What is written at the first of the places that is not absent, or at all of them together.
    ///
    /// A plan may hold an old `state` that nobody writes beside a new `is_enabled`: what is written counts before what the
    /// provider chose.
    func value(in body: Value, dialect: Dialect) -> Value {
        if isJoined { return joinedValue(in: body, dialect: dialect) }
        var absent: Value?
        var chosen: Value?
        for place in places {
            let value = place.value(in: body, dialect: dialect)
            // Plans have an empty list for a block that is not written.
            guard !value.isAbsent, places.count == 1 || !value.isEmptyList else {
                absent = absent ?? place.converted(value)
                continue
            }
            guard places.count > 1, value.steps.contains(where: { $0.kind == .providerDefault }) else {
                return place.converted(value)
            }
            chosen = chosen ?? place.converted(value)
        }
        return chosen ?? absent ?? Value(.absent, origin: body.origin)
    }

    private func joinedValue(in body: Value, dialect: Dialect) -> Value {
        let written = places.map { $0.converted($0.value(in: body, dialect: dialect)) }.filter { !$0.isAbsent }
        guard let first = written.first else { return Value(.absent, origin: body.origin) }
        let elements = written.flatMap { ModelAssembly.elements($0) }.map { ModelAssembly.element($0.value, when: $0.condition) }
        return Value(.list(elements, open: written.flatMap(ModelAssembly.openReasons)), origin: first.origin)
    }
}

extension Value {
    fileprivate var isEmptyList: Bool {
        if case .list(let elements, let open) = content { elements.isEmpty && open.isEmpty } else { false }
    }
}
