import InstanceCatalog

/// The memory that a plan keeps for the host itself.
package enum HostMemory {
    /// MiB that document 000 keeps: the value where nobody says one.
    package static let usualMiB = 1024
    /// Types that register this much or less keep nothing, unless somebody says so: such a host would hold no task at all.
    private static let smallHostMiB = 1024

    /// MiB that a plan keeps on instances of a type.
    ///
    /// - Parameters:
    ///   - said: what a flag or the configuration says; `nil` for the usual.
    ///   - memory: what the type registers with ECS.
    package static func kept(said: Int?, on memory: RegisteredMemory) -> Int {
        said ?? (memory.mebibytes <= smallHostMiB ? 0 : usualMiB)
    }
}
