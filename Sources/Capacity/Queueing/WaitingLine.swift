import InstanceCatalog

/// How long messages wait in a queue that a number of equal servers work off (M/M/c, and G/G/c by Allen and Cunneen).
///
/// Probabilities and waits are estimates and therefore binary fractions; counts of tasks are never taken from them but
/// from exact comparisons of load and servers.
package struct WaitingLine: Hashable, Sendable {
    /// Servers: tasks times the messages that each handles side by side.
    package let servers: Int
    /// Work that arrives, in Erlang: arrival rate times mean processing time.
    package let offeredLoad: Double
    /// Mean time for one message in seconds.
    package let serviceSeconds: Double
    /// The probability that a message has to wait at all (Erlang C), 0...1.
    package let waitProbability: Double
    /// Half the sum of the squared coefficients of variation of arrivals and service; 1 for M/M/c.
    private let variability: Double

    /// `nil` unless the servers are more than the load, since the line then grows without end.
    ///
    /// - Parameters:
    ///   - arrivalVariation: squared coefficient of variation of the time between arrivals; 1 for random arrivals.
    ///   - serviceVariation: that of processing times; 1 for exponential ones, 0 for constant ones.
    package init?(
        servers: Int, offeredLoad: Double, serviceSeconds: Double, arrivalVariation: Double = 1, serviceVariation: Double = 1
    ) {
        guard offeredLoad >= 0, offeredLoad < Double(servers) else { return nil }
        var blocking = 1.0
        for server in stride(from: 1, through: servers, by: 1) {
            blocking = offeredLoad * blocking / (Double(server) + offeredLoad * blocking)
        }
        self.init(
            servers: servers, offeredLoad: offeredLoad, serviceSeconds: serviceSeconds, blocking: blocking,
            variability: (arrivalVariation + serviceVariation) / 2)
    }

    private init(servers: Int, offeredLoad: Double, serviceSeconds: Double, blocking: Double, variability: Double) {
        self.servers = servers
        self.offeredLoad = offeredLoad
        self.serviceSeconds = serviceSeconds
        let utilisation = offeredLoad / Double(servers)
        waitProbability = blocking / (1 - utilisation * (1 - blocking))
        self.variability = variability
    }

    /// The fewest servers, `fewest` at least, whose 95th percentile of waiting is at most `seconds`; `nil` above `most`.
    ///
    /// One pass: Erlang B of each number of servers follows from that of the number before.
    static func fewestServers(
        offeredLoad: Double, serviceSeconds: Double, waitAtMost seconds: Double, from fewest: Int, upTo most: Int
    ) -> WaitingLine? {
        var blocking = 1.0
        for server in stride(from: 1, through: most, by: 1) {
            blocking = offeredLoad * blocking / (Double(server) + offeredLoad * blocking)
            guard server >= fewest, offeredLoad < Double(server) else { continue }
            let line = WaitingLine(
                servers: server, offeredLoad: offeredLoad, serviceSeconds: serviceSeconds, blocking: blocking, variability: 1)
            if line.wait(percentile: 95) <= seconds { return line }
        }
        return nil
    }

    private var spareServers: Double { Double(servers) - offeredLoad }

    /// Mean wait before the work begins, in seconds.
    package var meanWait: Double { waitProbability * serviceSeconds / spareServers * variability }

    /// Mean number of messages that wait: Little's law.
    package var meanLength: Double { serviceSeconds > 0 ? meanWait * offeredLoad / serviceSeconds : 0 }

    /// The wait that `percentile` percent (above 0, below 100) of the messages do not exceed, in seconds.
    package func wait(percentile: Double) -> Double {
        let tail = 1 - min(max(percentile, 0), 99.999_999) / 100
        guard waitProbability > tail else { return 0 }
        return serviceSeconds / spareServers * Exponential.logarithm(waitProbability / tail) * variability
    }

    /// The probability that a message waits longer than `seconds`.
    package func probability(ofWaitAbove seconds: Double) -> Double {
        guard serviceSeconds > 0 else { return 0 }
        return waitProbability * Exponential.power(-spareServers * max(0, seconds) / serviceSeconds)
    }
}
