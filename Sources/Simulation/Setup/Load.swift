/// The messages that come.
package struct Load: Hashable, Sendable {
    /// When they come, after the backlog.
    package enum Arrivals: Hashable, Sendable {
        case nothing
        /// So many messages in so many milliseconds, evenly spaced, the first after one interval.
        case every(messages: Int, milliseconds: Int)
        /// At random, independent of each other, so many in so many milliseconds on average.
        case poisson(messages: Int, milliseconds: Int)
        /// So many in each minute, evenly spaced within it: how CloudWatch counts NumberOfMessagesSent.
        case minutes([Int])
    }

    /// Messages that wait when the simulation starts.
    package var backlog: Int
    package var arrivals: Arrivals

    /// Creates a load.
    package init(backlog: Int = 0, arrivals: Arrivals) {
        self.backlog = backlog
        self.arrivals = arrivals
    }

    /// About how many come within a time, for bounds.
    package func expected(within milliseconds: Int) -> Double {
        let coming: Double
        switch arrivals {
        case .nothing: coming = 0
        case .every(let messages, let span), .poisson(let messages, let span):
            coming = Double(messages) / Double(max(1, span)) * Double(milliseconds)
        case .minutes(let counts): coming = counts.prefix(milliseconds / 60_000 + 1).reduce(0) { $0 + Double($1) }
        }
        return Double(backlog) + coming
    }
}
