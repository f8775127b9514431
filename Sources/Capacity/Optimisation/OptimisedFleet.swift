import InstanceCatalog

/// The cheapest fleet for a service, with what proves it.
package struct OptimisedFleet: Hashable, Sendable {
    /// One option of the fleet.
    package struct Line: Hashable, Sendable {
        /// What is bought.
        package let option: FleetOption
        /// How many of it; tasks where the option is Fargate.
        package let units: ScalingRange<Int?>
        /// US dollars a month.
        package let monthly: ScalingRange<Decimal?>
    }

    /// A rule that makes the fleet cost more.
    package struct Constraint: Hashable, Sendable {
        /// What binds; raw values are those of the reports.
        package enum Kind: String, Sendable {
            /// Instances are bought whole.
            case wholeInstances = "whole-instances"
            /// The loss of a zone leaves room for every task.
            case zoneSurvival = "survive-zone"
            /// Spot holds a share of the tasks at most.
            case spotShare = "spot-at-most"
            /// Managed scaling keeps some of every instance free.
            case targetCapacity = "target-capacity"
            /// More tasks run than the work needs, so that few messages wait longer than the goal.
            case latencyGoal = "latency-goal"
        }

        /// What binds.
        package let kind: Kind
        /// US dollars a month of the cheapest fleet without it.
        package let monthlyWithout: Decimal
    }

    /// The service's name, as in the request.
    package let service: String
    /// The tasks that it holds.
    package let tasks: ScalingRange<Int?>
    /// The number of tasks that the options were chosen for: the desired, or the maximum where none are desired.
    package let chosenFor: Int
    /// What the fleet is made of, the most expensive part first.
    package let lines: [Line]
    /// US dollars a month; at other numbers of tasks than `chosenFor`, of the same options.
    package let monthly: ScalingRange<Decimal?>
    /// US dollars a month for `chosenFor` tasks.
    package let cost: Decimal
    /// What no fleet for `chosenFor` tasks costs less than: the price per task of the best option, as if instances could be
    /// bought in parts.
    package let lowerBound: Decimal
    /// What makes the fleet cost more than the bound, the most expensive first.
    package let constraints: [Constraint]
    /// The cheapest fleet of one option alone, where that is another one.
    package let ofOneOption: Line?
    /// US dollars a month of the cheapest fleet on the other of EC2 and Fargate; `nil` where there is none.
    package let otherPlatformMonthly: Decimal?
    /// Tasks that have room when a zone is lost, and the zones; `nil` where that was not asked.
    package let afterZoneLoss: ZoneLoss?
    /// How many options were looked at.
    package let optionCount: Int

    /// What the loss of a zone leaves.
    package struct ZoneLoss: Hashable, Sendable {
        /// The zones before.
        package let zones: Int
        /// Tasks that have room without the fullest of them.
        package let tasks: Int
    }

    /// How far the fleet's cost is above the bound, in percent of the bound.
    package var gapPercent: Decimal? {
        lowerBound > .zero ? ((cost - lowerBound) * 100).divided(by: lowerBound) : nil
    }
}
