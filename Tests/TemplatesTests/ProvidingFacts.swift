import Templates
import Topology

extension LoadOptions {
    /// The options with what this release knows of AWS's types, unless they bring facts.
    var withFacts: LoadOptions {
        var options = self
        if options.facts === ProviderFacts.none { options.facts = .builtIn }
        return options
    }
}
