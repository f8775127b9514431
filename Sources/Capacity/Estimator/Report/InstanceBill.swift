import InstanceCatalog

/// What a number of instances of one type costs.
struct InstanceBill {
    let onDemandInstances: ScalingRange<Int?>
    let spotInstances: ScalingRange<Int?>
    /// US dollars an hour for one instance.
    let onDemandHour: Decimal?
    let spotHour: Decimal?
    /// US dollars a month for all of them.
    let monthly: ScalingRange<Decimal?>
}
