import Evaluation
import Templates

/// What instances an Auto Scaling group starts.
extension CapacityDerivation {
    /// Instance types and Spot of a group, from its overrides, launch template or launch configuration.
    func readInstances(of id: ObjectID) {
        assembly.derive(.instanceTypes, of: id) { reading throws(ReadingFailure) in
            .list(try instanceTypes(of: id, reading).map { Field.Element($0) }, open: [])
        }
        assembly.derive(.usesSpot, of: id) { reading throws(ReadingFailure) in
            .bool(try usesSpot(group: id, reading))
        }
    }

    private func instanceTypes(of id: ObjectID, _ reading: Reading) throws(ReadingFailure) -> [Field] {
        let overrides = try reading.objects(.overrides, of: id)
        if !overrides.isEmpty {
            return overrides.map { override in
                let field = assembly.field(.instanceType, of: override)
                guard case .absent = field.content else { return field }
                return Field(
                    .unknown([Reason("the override chooses instances by requirements")], mayBeAbsent: false),
                    state: .unknown, origin: field.origin)
            }
        }
        if let template = try reading.object(.launchTemplate, of: id) {
            return [typeField(of: template)]
        }
        if let configuration = try reading.object(.launchConfiguration, of: id) {
            return [typeField(of: configuration)]
        }
        throw .unknown([Reason("how the group starts instances is not in the input")], mayBeAbsent: false)
    }

    private func typeField(of id: ObjectID) -> Field {
        let field = assembly.field(.instanceType, of: id)
        guard case .absent = field.content else { return field }
        return Field(
            .unknown([Reason("\(assembly.objects[id.index].name) names no instance type")], mayBeAbsent: false),
            state: .unknown, origin: field.origin)
    }

    func usesSpot(group id: ObjectID, _ reading: Reading) throws(ReadingFailure) -> Bool {
        if try reading.bool(.isMixed, of: id) == true {
            return try reading.integer(.onDemandPercentageAboveBaseCapacity, of: id) ?? 100 < 100
        }
        if let template = try reading.object(.launchTemplate, of: id) {
            return try reading.string(.marketType, of: template) == "spot"
        }
        if let configuration = try reading.object(.launchConfiguration, of: id) {
            if case .absent = assembly.field(.spotPrice, of: configuration).content { return false }
            return true
        }
        return false
    }

    /// What the user data reserves, and the target of managed scaling.
    func readHost(of id: ObjectID) {
        assembly.derive(.ecsReservedMemory, of: id) { reading throws(ReadingFailure) in
            .integer(try reservedMemory(of: id, reading))
        }
        assembly.derive(.targetCapacity, of: id) { reading throws(ReadingFailure) in
            for provider in providers.owners(of: id)
            where try reading.object(.autoScalingGroup, of: provider) == id {
                guard try reading.string(.managedScalingStatus, of: provider) == "ENABLED" else { continue }
                return .integer(try reading.integer(.targetCapacity, of: provider) ?? 100)
            }
            return .integer(100)
        }
    }

    private func reservedMemory(of id: ObjectID, _ reading: Reading) throws(ReadingFailure) -> Int64 {
        try UserData(try userData(of: id, reading)).reservedMemory()
    }

    /// The user data of a group's launch template or configuration; absent where it has neither.
    private func userData(of id: ObjectID, _ reading: Reading) throws(ReadingFailure) -> Value {
        let template = try reading.object(.launchTemplate, of: id)
        let configuration = template == nil ? try reading.object(.launchConfiguration, of: id) : nil
        guard let launch = template ?? configuration else { return Value(.absent, origin: assembly.objects[id.index].origin) }
        return BootScript(assembly).value(of: launch, group: id)
    }
}
