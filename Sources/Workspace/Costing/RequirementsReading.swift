import Capacity
import Topology

/// Reads what instance types must have (InstanceRequirements).
struct RequirementsReading {
    let reading: CostReading

    func filter(_ id: ObjectID) throws(CostUnknown) -> InstanceTypeFilter {
        var filter = InstanceTypeFilter()
        filter.vcpus = try bounds(.vcpuLeast, .vcpuMost, of: id)
        filter.memoryMiB = try bounds(.memoryLeastMiB, .memoryMostMiB, of: id)
        let accelerators = try bounds(.acceleratorLeast, .acceleratorMost, of: id)
        if accelerators != InstanceTypeFilter.Bounds() { filter.accelerators = accelerators }
        filter.allowed = try reading.texts(.allowedInstanceTypes, of: id)
        filter.excluded = try reading.texts(.excludedInstanceTypes, of: id)
        filter.burstable = try admission(.burstablePerformance, of: id)
        filter.bareMetal = try admission(.bareMetal, of: id)
        return filter
    }

    private func bounds(_ least: FieldKey, _ most: FieldKey, of id: ObjectID) throws(CostUnknown) -> InstanceTypeFilter.Bounds {
        InstanceTypeFilter.Bounds(least: try reading.integer(least, of: id), most: try reading.integer(most, of: id))
    }

    private func admission(_ key: FieldKey, of id: ObjectID) throws(CostUnknown) -> InstanceTypeFilter.Admission {
        try reading.text(key, of: id).flatMap(InstanceTypeFilter.Admission.init(rawValue:)) ?? .excluded
    }
}
