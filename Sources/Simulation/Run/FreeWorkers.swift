/// The tasks that could receive, once for each receive that they have free; the oldest stands first.
struct FreeWorkers {
    private var heap: [Int] = []

    var first: Int? { heap.first }

    mutating func insert(_ task: Int) {
        heap.append(task)
        var place = heap.count - 1
        while place > 0 {
            let parent = (place - 1) / 2
            guard task < heap[parent] else { break }
            heap[place] = heap[parent]
            place = parent
        }
        heap[place] = task
    }

    mutating func removeFirst() {
        guard let last = heap.popLast(), !heap.isEmpty else { return }
        var place = 0
        while true {
            var child = 2 * place + 1
            guard child < heap.count else { break }
            if child + 1 < heap.count, heap[child + 1] < heap[child] { child += 1 }
            guard heap[child] < last else { break }
            heap[place] = heap[child]
            place = child
        }
        heap[place] = last
    }
}
