import InstanceCatalog

extension CPUCredits {
    /// US dollars a month for vCPU time above the baseline; zero where the baseline suffices.
    ///
    /// - Parameters:
    ///   - busyUnits: CPU units that each task keeps busy, 1024 for a vCPU; 0 where it reserves none and takes what there is.
    ///   - vcpus: of one instance.
    func surplusMonthly(busyUnits: Int, tasks: Int, instances: Int, vcpus: Int, hours: Decimal) -> Decimal? {
        let all = Decimal(vcpus) * instances
        let asked = (Decimal(busyUnits) * tasks).divided(by: 1024)
        let busy = busyUnits > 0 ? asked.map { min($0, all) } : tasks > 0 ? all : .zero
        guard let busy, let baseline = (all * baselinePercent).divided(by: 100) else { return nil }
        return max(.zero, busy - baseline) * surplusVCPUHour.usd * hours
    }
}
