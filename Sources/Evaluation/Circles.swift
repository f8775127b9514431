/// Finds things that need each other to exist first, which no order of making them satisfies.
package struct Circles {
    private let needs: [[Int]]

    /// - Parameter needs: for each thing the indices of those that it refers to or depends on.
    package init(needs: [[Int]]) {
        self.needs = needs
    }

    /// One circle for each group of things that need each other, each from the first that is met. The time is that of the
    /// number of needs, and the depth is a list's and not the stack's.
    package func found() -> [[Int]] {
        var circles: [[Int]] = []
        var isDone = [Bool](repeating: false, count: needs.count)
        var depthOnPath = [Int?](repeating: nil, count: needs.count)
        var isInCircle = [Bool](repeating: false, count: needs.count)
        for start in needs.indices where !isDone[start] {
            var path: [(member: Int, next: Int)] = [(start, 0)]
            depthOnPath[start] = 0
            while let (member, next) = path.last {
                guard next < needs[member].count else {
                    depthOnPath[member] = nil
                    isDone[member] = true
                    path.removeLast()
                    continue
                }
                path[path.count - 1].next += 1
                let needed = needs[member][next]
                if let depth = depthOnPath[needed] {
                    let circle = path[depth...].map(\.member)
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
