/// Tells when the next message comes.
struct ArrivalClock {
    private let arrivals: Load.Arrivals
    private var number = 0
    private var exact = 0.0
    private var minute = 0
    private var numberInMinute = 0

    init(_ arrivals: Load.Arrivals) { self.arrivals = arrivals }

    /// In milliseconds from the start; `nil` when no more come.
    mutating func next(_ random: inout SeededRandom) -> Int? {
        switch arrivals {
        case .nothing: return nil
        case .every(let messages, let milliseconds):
            number += 1
            let (product, overflows) = number.multipliedReportingOverflow(by: milliseconds)
            return overflows || messages < 1 ? nil : product / messages
        case .poisson(let messages, let milliseconds):
            exact += random.exponential() * Double(milliseconds) / Double(max(1, messages))
            return exact < 1e15 ? Int(exact) : nil
        case .minutes(let counts):
            while minute < counts.count, numberInMinute >= counts[minute] {
                minute += 1
                numberInMinute = 0
            }
            guard minute < counts.count else { return nil }
            numberInMinute += 1
            return minute * 60_000 + numberInMinute * 60_000 / counts[minute]
        }
    }
}
