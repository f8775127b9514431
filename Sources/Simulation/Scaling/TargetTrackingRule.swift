/// Target tracking: two alarms that Application Auto Scaling makes and a proportion.
///
/// AWS does not document the alarms; accounts show 3 of 3 samples above the target, 15 of 15 below 90 % of it. A sample without
/// data breaks both. The proportion starts from the running count (ECS developer guide, service-autoscaling-targettracking).
/// The scale-out cooldown lets a larger scale-out pass (API TargetTrackingScalingPolicyConfiguration); since the proportion is
/// of what runs, a scale-out is only ever one to more than is desired, and the cooldown changes nothing.
package struct TargetTrackingRule: Hashable, Sendable {
    /// In millionths.
    package var target: Int
    /// Milliseconds.
    package var scaleInCooldown: Int
    package var disablesScaleIn: Bool

    static let samplesToScaleOut = 3
    static let samplesToScaleIn = 15

    /// Creates a rule.
    package init(target: Int, scaleInCooldown: Int, disablesScaleIn: Bool = false) {
        self.target = target
        self.scaleInCooldown = scaleInCooldown
        self.disablesScaleIn = disablesScaleIn
    }

    /// What the alarms say.
    enum Wish: Equatable {
        case out(Int)
        case `in`(Int)
        /// It keeps others from scaling in.
        case hold
        /// It has no say in scaling in.
        case ignored
    }

    func wish(_ values: [Fraction?], running: Int) -> Wish {
        guard let latest = values.last else { return disablesScaleIn ? .ignored : .hold }
        if let latest, Self.last(Self.samplesToScaleOut, of: values, all: { $0.isAbove(target) }) {
            return .out(max(latest.share(of: running, by: target), running == 0 ? 1 : 0))
        }
        if disablesScaleIn { return .ignored }
        if let latest, Self.last(Self.samplesToScaleIn, of: values, all: { $0.isBelow(target, tenths: 9) }) {
            return .in(latest.share(of: running, by: target))
        }
        return .hold
    }

    private static func last(_ count: Int, of values: [Fraction?], all holds: (Fraction) -> Bool) -> Bool {
        values.count >= count && values.suffix(count).allSatisfy { $0.map(holds) ?? false }
    }
}
