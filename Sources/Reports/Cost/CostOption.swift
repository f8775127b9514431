import Capacity
import InstanceCatalog

/// One way to run a service, as a row of the flat formats.
struct CostOption {
    let service: ServiceCost
    let purchase: String
    let placement: InstancePlacement?
    let monthly: ScalingRange<Decimal?>
    /// Of a compared option, which has no placement.
    var instanceType: String?

    /// Every option of a service, in the order of the report.
    static func all(of service: ServiceCost) -> [CostOption] {
        var options = service.placements.map {
            CostOption(service: service, purchase: "ec2", placement: $0, monthly: $0.monthly)
        }
        if let split = service.fargate?.split {
            options.append(CostOption(service: service, purchase: "fargate-strategy", placement: nil, monthly: split.monthly))
        }
        if let fargate = service.fargate {
            options.append(CostOption(service: service, purchase: "fargate", placement: nil, monthly: fargate.onDemandMonthly))
            options.append(CostOption(service: service, purchase: "fargate-spot", placement: nil, monthly: fargate.spotMonthly))
        }
        return options
    }

    /// What the service's own money is, which its part of a shared group may differ from.
    static func billed(_ service: ServiceCost) -> CostOption {
        let placement = service.shares.isEmpty ? service.leading : nil
        let purchase = service.fargate?.split != nil ? "fargate-strategy" : service.kind == .ec2 ? "ec2" : service.kind.rawValue
        return CostOption(service: service, purchase: purchase, placement: placement, monthly: service.monthly)
    }

    /// The ways to buy that were asked to be compared.
    static func compared(_ report: CostReport) -> [CostOption] {
        report.options.compactMap { option in
            report.services.first { $0.name == option.service }.map {
                CostOption(
                    service: $0, purchase: "\(option.purchase.rawValue)/\(option.architecture.rawValue)", placement: nil,
                    monthly: option.monthly, instanceType: option.instanceType)
            }
        }
    }

    /// The monthly cost at the desired count for one task.
    var usdPerTaskMonth: Decimal? {
        guard let tasks = service.tasks.desired, tasks > 0 else { return nil }
        return monthly.desired?.divided(by: tasks)
    }
}
