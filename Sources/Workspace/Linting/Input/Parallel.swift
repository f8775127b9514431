import Dispatch
import Synchronization

/// The same work for many items, on several threads, with the results in the items' order.
enum Parallel {
    /// Fewer items than this are done on the spot: starting threads takes longer than reading a few templates.
    private static let worthwhileCount = 8

    static func map<Input: Sendable, Output: Sendable>(
        _ inputs: [Input], jobs: Int, _ transform: @Sendable (Input) -> Output
    ) -> [Output] {
        guard jobs > 1, inputs.count >= worthwhileCount else { return inputs.map(transform) }
        let next = Atomic(0)
        let finished = Mutex<[(index: Int, output: Output)]>([])
        DispatchQueue.concurrentPerform(iterations: min(jobs, inputs.count)) { _ in
            var own: [(index: Int, output: Output)] = []
            while true {
                let index = next.add(1, ordering: .relaxed).oldValue
                guard index < inputs.count else { break }
                own.append((index, transform(inputs[index])))
            }
            finished.withLock { $0 += own }
        }
        return finished.withLock { $0.sorted { $0.index < $1.index }.map(\.output) }
    }
}
