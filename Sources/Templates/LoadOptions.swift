import YAMLBridge

/// What a run says beside the templates.
public struct LoadOptions: Sendable {
    /// A parameter's value with the place that gave it.
    public struct ParameterValue: Sendable {
        /// The value as it was given; the parameter's type decides how it is read.
        public let text: String
        /// For people: "--parameters", "params/prod.json".
        public let source: String

        /// Creates a parameter's value.
        public init(_ text: String, source: String) {
            self.text = text
            self.source = source
        }
    }

    /// Values for every root template, by parameter name.
    public var parameters: [String: ParameterValue]
    /// Values for one root template, by its path; they win over `parameters`.
    public var parametersByPath: [String: [String: ParameterValue]]
    /// A parameter's `Default` is taken when nobody gives a value; otherwise it stays unknown.
    public var assumesDefaults: Bool
    /// `AWS::Region`, when it is known.
    public var region: String?
    /// What templates may ask of their evaluation.
    public var limits: EvaluationLimits
    /// The types of a plan's resources whose bodies somebody will look into; of others only what they are made from is
    /// read. `nil` reads all. A plan of a large system holds hundreds of types that have nothing to do with queues.
    public var terraformTypes: Set<String>?
    /// Names of attributes that make a resource of any other type worth reading.
    public var terraformWords = ScalarSearch([])
    /// Threads that a large document is evaluated on; the result is the same for any number.
    public var jobs = 1

    /// The contents of a file that a configuration names by its path from the root module's folder; the second argument is
    /// a file of that folder, or the plan. `nil` where it is not there, or not within what the caller allows.
    public var terraformFile: @Sendable (_ path: String, _ document: String) -> [UInt8]? = { _, _ in nil }

    /// Creates options; what is read of Terraform's other types and files is set afterwards.
    public init(
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

    /// Whether somebody will look into a Terraform resource's body.
    ///
    /// - Parameter places: the nodes that hold what is said of it.
    func isRead(type: String, in places: [Node?]) -> Bool {
        guard let terraformTypes, !terraformTypes.contains(type) else { return true }
        return places.contains { place in place.map(terraformWords.mayFind) ?? false }
    }
}
