/// One hop of a value's way to its property: "parameter Interval", "Parameters of WorkerStack in parent.yaml".
package struct OriginStep: Sendable {
    /// Which kind of hop it is.
    package enum Kind: Sendable, Hashable {
        /// A parameter whose value was given by the caller, the parent stack or a parameters file.
        case parameter(name: String)
        /// A parameter whose template default was taken; `value` is shown to people.
        case assumedDefault(parameter: String, value: String)
        /// A lookup in a template's `Mappings`.
        case mapping(name: String)
        /// A local value of Terraform.
        case local(name: String)
        /// An output of a nested stack or of a module.
        case output(name: String)
        /// An export of another stack of the input.
        case importedValue(name: String)
        /// A resource that would set it, and that the values of this run leave out.
        case notCreated
        /// Not written: Terraform's provider filled it in.
        case providerDefault
    }

    /// What was passed through.
    package let kind: Kind
    /// For people: "parameter Interval of WorkerStack".
    package let label: String
    /// Where the hop stands; `nil` when it stands in no document (a flag).
    package let origin: Origin?

    /// Whether a parameter's or a variable's default was taken.
    package var isAssumedDefault: Bool { if case .assumedDefault = kind { true } else { false } }

    /// Creates a hop.
    package init(kind: Kind, label: String, origin: Origin?) {
        self.kind = kind
        self.label = label
        self.origin = origin
    }
}
