/// Elements of which the least one is taken first.
struct MinimumHeap<Element: Comparable> {
    private var heap: [Element] = []

    /// The least element.
    var first: Element? { heap.first }

    mutating func insert(_ element: Element) {
        heap.append(element)
        var place = heap.count - 1
        while place > 0 {
            let parent = (place - 1) / 2
            guard element < heap[parent] else { break }
            heap[place] = heap[parent]
            place = parent
        }
        heap[place] = element
    }

    @discardableResult
    mutating func removeFirst() -> Element? {
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
