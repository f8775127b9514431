import InstanceCatalog

/// Which instance types may start where a group or capacity provider describes them (InstanceRequirements).
///
/// Source: API reference, InstanceRequirements of EC2 Auto Scaling and of ECS Managed Instances.
package struct InstanceTypeFilter: Hashable, Sendable {
    /// A range without an end is open there.
    package struct Bounds: Hashable, Sendable {
        package var least: Int?
        package var most: Int?

        /// Creates bounds; `nil` is open.
        package init(least: Int? = nil, most: Int? = nil) {
            self.least = least
            self.most = most
        }

        func allow(_ value: Int) -> Bool { (least.map { value >= $0 } ?? true) && (most.map { value <= $0 } ?? true) }
    }

    /// What is said of a kind of type.
    package enum Admission: String, Sendable {
        case included
        case excluded
        case required

        func allows(_ isOfKind: Bool) -> Bool {
            switch self {
            case .included: true
            case .excluded: !isOfKind
            case .required: isOfKind
            }
        }
    }

    /// vCPUs.
    package var vcpus = Bounds()
    /// MiB.
    package var memoryMiB = Bounds()
    /// GPUs and other accelerators; `nil` where nothing is said, which leaves them out.
    package var accelerators: Bounds?
    /// Types such as `m5.large` or `c*.*`; empty allows every one.
    package var allowed: [String] = []
    /// Types that may not start.
    package var excluded: [String] = []
    /// Types with CPU credits: left out unless something is said.
    package var burstable = Admission.excluded
    /// Whole machines: left out unless something is said.
    package var bareMetal = Admission.excluded

    /// Creates a filter that allows every type without accelerator, credits or bare metal.
    package init() {}

    /// What ECS chooses from for Managed Instances that ask for nothing: types of the current generation (EC2 user guide,
    /// "Previous generation instances").
    package static let currentGeneration: InstanceTypeFilter = {
        var filter = InstanceTypeFilter()
        filter.excluded = ["a1.*", "c1.*", "c3.*", "g2.*", "i2.*", "m1.*", "m2.*", "m3.*", "r3.*", "t1.*"]
        return filter
    }()

    /// Whether a type may start.
    package func allows(_ type: InstanceType) -> Bool {
        let gpus = type.gpus ?? 0
        return vcpus.allow(type.vcpus) && memoryMiB.allow(type.memoryMiB)
            && (allowed.isEmpty || allowed.contains { Self.matches(type.name, $0) })
            && !excluded.contains { Self.matches(type.name, $0) }
            && (isNamed(type) || burstable.allows(type.isBurstable == true))
            && (isNamed(type) || bareMetal.allows(type.isBareMetal == true))
            && (accelerators.map { $0.allow(gpus) } ?? (gpus == 0 || isNamed(type)))
    }

    /// A list of allowed types may name what is left out otherwise.
    private func isNamed(_ type: InstanceType) -> Bool { allowed.contains(type.name) }

    /// `*` stands for any characters (API reference, InstanceRequirements.AllowedInstanceTypes).
    private static func matches(_ name: String, _ pattern: String) -> Bool {
        let parts = pattern.split(separator: "*", omittingEmptySubsequences: false)
        guard parts.count > 1, let first = parts.first, let last = parts.last else { return name == pattern }
        guard name.hasPrefix(first) else { return false }
        var rest = Substring(name).dropFirst(first.count)
        for part in parts.dropFirst().dropLast() where !part.isEmpty {
            guard let found = rest.indices.first(where: { rest[$0...].hasPrefix(part) }) else { return false }
            rest = rest[found...].dropFirst(part.count)
        }
        return rest.hasSuffix(last)
    }
}
