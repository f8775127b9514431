import Templates

/// Where one dialect writes a field: a path, or several of which the first that is written counts.
///
/// A string literal is the usual way to write one: `"Properties.QueueName"`, `"launch_template|mixed_instances_policy.x"`.
public struct PropertySource: Sendable, Hashable, ExpressibleByStringLiteral {
    /// One place, below the resource or below the structure that holds the field.
    struct Place: Sendable, Hashable {
        let keys: [String]
        let conversion: PropertyConversion?
    }

    let places: [Place]

    public init(stringLiteral text: String) {
        self = .path(text)
    }

    private init(places: [Place]) {
        self.places = places
    }

    /// Not written in this dialect.
    public static let none = PropertySource(places: [])

    /// One path, or several with `|` between them.
    ///
    /// - Parameter conversion: what makes the model's value of the written one.
    public static func path(_ text: String, as conversion: PropertyConversion? = nil) -> PropertySource {
        PropertySource(
            places: text.utf8.split(separator: UInt8(ascii: "|")).map { path in
                let keys = path.split(separator: UInt8(ascii: ".")).map { String(Substring($0)) }
                return Place(keys: keys, conversion: conversion)
            })
    }

    /// Several places, each with a conversion of its own.
    public static func anyOf(_ sources: PropertySource...) -> PropertySource {
        PropertySource(places: sources.flatMap(\.places))
    }

    public var isNone: Bool { places.isEmpty }

    /// The paths for people: `Properties.Roles|Properties.RoleName`.
    public var description: String { places.map { $0.keys.joined(separator: ".") }.joined(separator: "|") }

    /// What is written at the first of the places that is not absent.
    func value(in body: Value, dialect: Dialect) -> Value {
        var absent: Value?
        for place in places {
            let value =
                switch dialect {
                case .cloudFormation: body.member(atPath: place.keys)
                case .terraform: body.attribute(atPath: place.keys)
                }
            if !value.isAbsent { return place.conversion?.convert(value) ?? value }
            absent = absent ?? place.conversion?.convert(value) ?? value
        }
        return absent ?? Value(.absent, origin: body.origin)
    }
}
