/// The instruction set that a task or an instance type has.
package enum ProcessorArchitecture: String, Sendable, CaseIterable {
    // swift-format-ignore: AlwaysUseLowerCamelCase
    case x86_64
    case arm64
    /// Apple hardware; Amazon ECS does not place tasks on it.
    // swift-format-ignore: AlwaysUseLowerCamelCase
    case x86_64Mac = "x86_64_mac"
    /// Apple hardware; Amazon ECS does not place tasks on it.
    case arm64Mac = "arm64_mac"
}
