/// Names one resource of the whole input: a stack and the logical id (or Terraform address) in it.
package struct ResourceID: Hashable, Sendable {
    /// Index into `Workload.stacks`.
    package let stack: Int
    /// Logical id in CloudFormation, address in Terraform.
    package let logicalID: String

    /// Creates the name of a resource; nothing says that it is there.
    package init(stack: Int, logicalID: String) {
        self.stack = stack
        self.logicalID = logicalID
    }
}
