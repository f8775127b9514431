import Evaluation

/// Something that may make or change resources without being read: a nested stack whose template is not at hand, a module, a
/// macro, a file that is not there.
///
/// It can do so only to what it knows: a module knows what its arguments name, a macro the template that it rewrites.
package struct Opening: Sendable {
    /// Why it is not read.
    package let reason: Reason
    /// What the names of the resources that it sees begin with: `""` for the whole system, `"Workers/"` for a nested stack,
    /// `"module.a."` for a module; `nil` where it sees none but those that it is given.
    package let within: String?
    /// What it is given: parameters, arguments, properties.
    package let given: [Value]

    /// Creates an opening.
    package init(_ reason: Reason, within: String? = nil, given: [Value] = []) {
        self.reason = reason
        self.within = within
        self.given = given
    }
}
