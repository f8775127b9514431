/// What follows when a template sets a property.
package enum PropertyClass: Sendable, Hashable {
    /// Code reads it where the model's table has no line for it; the text says by what.
    case read(String)
    /// Nothing follows, for this reason.
    case irrelevant(String)
    /// It is not modelled and may change the verdicts of these rules; `cost` stands for the calculator's figures.
    case decides([String])

    /// `nil` for an empty class: the model's table reads the property, or a property above it has the class.
    init?(_ name: String, text: String) {
        switch name {
        case "read": self = .read(text)
        case "irrelevant": self = .irrelevant(text)
        case "decides":
            self = .decides(text.utf8.split(separator: UInt8(ascii: ",")).map { String(Substring($0)) })
        default: return nil
        }
    }
}
