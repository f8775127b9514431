import Evaluation

/// Finds resources that need each other to exist first, which CloudFormation refuses as a circular dependency
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html, "Circular dependency error").
struct ResourceCircles {
    private let needs: [[Int]]

    /// - Parameter needs: for each resource the indices of those that it refers to or depends on.
    init(needs: [[Int]]) {
        self.needs = needs
    }

    /// One circle for each group of resources that need each other, each from its first resource on.
    func found() -> [[Int]] {
        var circles: [[Int]] = []
        var isDone = [Bool](repeating: false, count: needs.count)
        var depthOnPath = [Int?](repeating: nil, count: needs.count)
        var isInCircle = [Bool](repeating: false, count: needs.count)
        for start in needs.indices where !isDone[start] {
            var path: [(resource: Int, next: Int)] = [(start, 0)]
            depthOnPath[start] = 0
            while let (resource, next) = path.last {
                guard next < needs[resource].count else {
                    depthOnPath[resource] = nil
                    isDone[resource] = true
                    path.removeLast()
                    continue
                }
                path[path.count - 1].next += 1
                let needed = needs[resource][next]
                if let depth = depthOnPath[needed] {
                    let circle = path[depth...].map(\.resource)
                    if !circle.contains(where: { isInCircle[$0] }) { circles.append(circle) }
                    for member in circle { isInCircle[member] = true }
                } else if !isDone[needed] {
                    depthOnPath[needed] = path.count
                    path.append((needed, 0))
                }
            }
        }
        return circles
    }
}
