/// One typed form of a function. A class, since the checker looks at many for each call.
package final class Overload: Sendable {
    /// Works out a result of arguments that fit ``parameters``, all of them known unless the overload is non-strict.
    package typealias Implementation = @Sendable ([Value]) throws(EvaluationError) -> Value
    /// Works out what the known parts of the first argument, which is a text, decide; `nil` where they do not.
    typealias PartialImplementation = @Sendable (PartialText, [Value], inout Budget) throws(EvaluationError) -> Bool?
    typealias MeteredImplementation = @Sendable ([Value], inout Budget) throws(EvaluationError) -> Value

    /// The types of the arguments, of a member function the receiver first.
    package let parameters: [CELType]
    /// The type of what the call gives.
    package let result: CELType
    /// Whether it is called as `receiver.name(...)`.
    package let isMember: Bool
    /// A strict overload, the default, is not called when an argument is unknown or contains an unknown
    /// (in a list, a map or an optional; structures are not looked into): the result is then unknown.
    /// A non-strict one gets the unknowns and decides itself.
    package let isNonStrict: Bool
    /// Whether its types name a type parameter.
    let isGeneric: Bool
    /// Serves only operands whose type is not known before the evaluation.
    let isDynamicOnly: Bool
    let implementation: MeteredImplementation
    /// For a strict overload whose first argument is a text of which parts are known.
    let partial: PartialImplementation?

    /// Creates an overload that takes no steps of the budget beside that of the call.
    package convenience init(
        parameters: [CELType], result: CELType, isMember: Bool = false, isNonStrict: Bool = false,
        implementation: @escaping Implementation
    ) {
        self.init(parameters, result, isMember: isMember, isNonStrict: isNonStrict) {
            (arguments, _) throws(EvaluationError) in try implementation(arguments)
        }
    }

    init(
        _ parameters: [CELType], _ result: CELType, isMember: Bool = false, isNonStrict: Bool = false,
        isDynamicOnly: Bool = false, partial: PartialImplementation? = nil,
        _ implementation: @escaping MeteredImplementation
    ) {
        self.parameters = parameters
        self.result = result
        self.isMember = isMember
        self.isNonStrict = isNonStrict
        self.isDynamicOnly = isDynamicOnly
        self.partial = partial
        isGeneric = result.hasParameter || parameters.contains { $0.hasParameter }
        self.implementation = implementation
    }

    func accepts(_ arguments: [Value]) -> Bool {
        guard parameters.count == arguments.count else { return false }
        for index in parameters.indices where !parameters[index].accepts(arguments[index]) { return false }
        return true
    }
}
