/// Events by time, as a heap.
struct EventQueue {
    private var heap: [Event] = []

    var first: Event? { heap.first }

    mutating func insert(_ event: Event) {
        heap.append(event)
        var place = heap.count - 1
        while place > 0 {
            let parent = (place - 1) / 2
            guard event < heap[parent] else { break }
            heap[place] = heap[parent]
            place = parent
        }
        heap[place] = event
    }

    mutating func removeFirst() -> Event? {
        guard let first = heap.first, let last = heap.popLast() else { return nil }
        if heap.isEmpty { return first }
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
        return first
    }
}
