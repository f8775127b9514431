import Evaluation
import YAMLBridge

/// What a run says beside the templates.
package struct LoadOptions: Sendable {
    /// A parameter's value with the place that gave it.
    package struct ParameterValue: Sendable {
        /// The value as it was given; the parameter's type decides how it is read.
        package let text: String
        /// For people: "--parameters", "params/prod.json".
        package let source: String

        /// Creates a parameter's value.
        package init(_ text: String, source: String) {
            self.text = text
            self.source = source
        }
    }

    /// Values for every root template, by parameter name.
    package var parameters: [String: ParameterValue]
    /// Values for one root template, by its path; they win over `parameters`.
    package var parametersByPath: [String: [String: ParameterValue]]
    /// A parameter's `Default` is taken when nobody gives a value; otherwise it stays unknown.
    package var assumesDefaults: Bool
    /// `AWS::Region`, when it is known.
    package var region: String?
    /// What templates may ask of their evaluation.
    package var limits: EvaluationLimits
    /// The types of a plan's resources whose bodies somebody will look into; of others only what they are made from is
    /// read. `nil` reads all. A plan of a large system holds hundreds of types that have nothing to do with queues.
    package var terraformTypes: Set<String>?
    /// Names of attributes that make a resource of any other type worth reading.
    package var terraformWords = ScalarSearch([])
    /// What is known of the types of AWS and its provider.
    package var facts = ProviderFacts.none
    /// Values for inputs that are open: what is tried to see whether a finding comes true.
    package var assignment = Assignment()
    /// Threads that a large document is evaluated on; the result is the same for any number.
    package var jobs = 1

    /// The contents of a file that a configuration names by its path from the root module's folder; the second argument is
    /// a file of that folder, or the plan. `nil` where it is not there, or not within what the caller allows.
    package var terraformFile: @Sendable (_ path: String, _ document: String) -> [UInt8]? = { _, _ in nil }

    /// What Terragrunt's `generate` blocks declare in a folder of configuration, by the folder's path as documents have it. Asked
    /// for names that the folder's own files do not declare.
    package var generatedNames: @Sendable (_ folder: String) -> GeneratedNames = { _ in GeneratedNames() }

    /// Creates options; what is read of Terraform's other types and files is set afterwards.
    package init(
        parameters: [String: ParameterValue] = [:], parametersByPath: [String: [String: ParameterValue]] = [:],
        assumesDefaults: Bool = true, region: String? = nil, limits: EvaluationLimits = .default,
        terraformTypes: Set<String>? = nil
    ) {
        self.parameters = parameters
        self.parametersByPath = parametersByPath
        self.assumesDefaults = assumesDefaults
        self.region = region
        self.limits = limits
        self.terraformTypes = terraformTypes
    }

    /// An input: the value that the run was told to try, else an unknown one.
    func open(
        _ input: OpenInput, _ text: String, allowed: [String] = [], mayBeAbsent: Bool = false, at origin: Origin
    ) -> Value {
        if let datum = assignment[input.key] { return datum.value(at: origin) }
        return .unknown(Reason(text, input: input, allowed: allowed), mayBeAbsent: mayBeAbsent, origin: origin)
    }

    /// Whether somebody will look into a Terraform resource's body.
    ///
    /// - Parameter places: the nodes that hold what is said of it.
    func isRead(type: String, in places: [Node?]) -> Bool {
        guard let terraformTypes, !terraformTypes.contains(type) else { return true }
        return places.contains { place in place.map(terraformWords.mayFind) ?? false }
    }
}
