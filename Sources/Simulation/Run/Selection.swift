/// Percentiles without sorting: only the part that holds the place asked for is gone through again.
struct Selection {
    private var times: [Int32]

    init(_ times: [Int32]) { self.times = times }

    /// The time that so many percent do not exceed (nearest rank), in seconds.
    mutating func seconds(percent: Int) -> Double {
        guard !times.isEmpty else { return 0 }
        let rank = min(times.count, max(1, (times.count * percent + 99) / 100))
        return Double(value(at: rank - 1)) / 1_000
    }

    private mutating func value(at place: Int) -> Int32 {
        var low = 0
        var high = times.count - 1
        while low < high {
            let pivot = times[low + (high - low) / 2]
            var left = low
            var right = high
            while left <= right {
                while times[left] < pivot { left += 1 }
                while times[right] > pivot { right -= 1 }
                guard left <= right else { break }
                times.swapAt(left, right)
                left += 1
                right -= 1
            }
            if place <= right { high = right } else if place >= left { low = left } else { return times[place] }
        }
        return times[place]
    }
}
