extension CapacityProviderStrategy.Invalid {
    /// The reason for people, without a full stop.
    package var explanation: String {
        switch self {
        case .empty: "it names no capacity provider"
        case .tooManyProviders: "it names more than 20 capacity providers"
        case .moreThanOneBase: "only one capacity provider may have a base"
        case .baseOutOfRange: "a base lies between 0 and 100000"
        case .weightOutOfRange: "a weight lies between 0 and 1000"
        case .allWeightsZero: "one of several capacity providers needs a weight above 0"
        }
    }
}
