extension InstancePlacement {
    /// A placement on a type that the catalog does not hold.
    static func unknown(_ instanceType: String, group: String?, tasks: ScalingRange<Int?>) -> InstancePlacement {
        InstancePlacement(
            instanceType: instanceType, planned: nil, placed: nil, tasksIfReserved: nil, differences: [],
            instances: ScalingRange(all: nil),
            onDemandInstances: ScalingRange(all: nil), spotInstances: ScalingRange(all: nil), onDemandHour: nil,
            spotHour: nil, monthly: ScalingRange(all: nil), usdPerTaskMonth: nil, group: group, tasks: tasks, fleet: nil,
            wastePercent: nil)
    }
}
