import Evaluation
import Capacity
import Templates
import Topology

/// What tasks and daemons of a model need, for callers outside expressions.
package enum ModelDemand {
    /// Why a need is not known, in words.
    package struct Unknown: Error, Sendable {
        /// Each a clause for people, in alphabetical order.
        package let reasons: [String]
    }

    /// What one task of a definition takes (calculator.md 1.1).
    package static func task(_ definition: ObjectID, in model: Model) throws(Unknown) -> TaskDemand {
        var reader = DemandReader()
        let demand = reader.demand(of: view(definition, in: model))
        try check(reader)
        return demand
    }

    /// The DAEMON tasks that run on every instance of a group, as a plan counts them.
    package static func daemons(ofGroup group: ObjectID, in model: Model) throws(Unknown) -> [DaemonDemand] {
        var reader = DemandReader()
        let daemons = reader.daemons(of: view(group, in: model))
        try check(reader)
        return daemons
    }

    private static func view(_ id: ObjectID, in model: Model) -> ModelView {
        ModelView(reader: ModelReader(model: model, world: .open), id: id)
    }

    private static func check(_ reader: DemandReader) throws(Unknown) {
        guard let unknown = reader.unknown else { return }
        throw Unknown(reasons: unknown.reasons.map(\.text).sorted())
    }
}
