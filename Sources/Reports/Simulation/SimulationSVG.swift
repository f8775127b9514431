import Simulation
import Workspace

/// The course of a simulation as a picture: one column of plots for each service, with axes, units and legends.
struct SimulationSVG {
    /// A line of a plot.
    struct Series {
        let name: String
        let color: String
        let values: [Double]
    }

    struct Plot {
        let title: String
        let series: [Series]
        /// A level that is drawn across, with its name.
        var level: (name: String, value: Double)?
    }

    private let report: SimulationReport
    private static let width = 860
    private static let plotHeight = 150
    private static let left = 70
    private static let right = 20
    private static let mostPoints = 800

    init(_ report: SimulationReport) { self.report = report }

    var text: String {
        let blocks = report.services.map { ($0, Self.plots($0)) }
        let height = blocks.reduce(10) { $0 + 30 + $1.1.count * (Self.plotHeight + 50) }
        var text = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Self.width) \(height)" width="\(Self.width)" height="\(height)" \
            font-family="system-ui, sans-serif" font-size="12" role="img">
            <rect width="100%" height="100%" fill="#ffffff"/>

            """
        var top = 10
        for (service, plots) in blocks {
            let title = "\(service.service.visible): \(SimulationFigures.verdict(service))"
            text +=
                "<text x=\"10\" y=\"\(top + 14)\" font-size=\"14\" font-weight=\"600\" fill=\"#1f2328\">\(XMLText.escaped(title))</text>\n"
            top += 30
            for plot in plots {
                text += draw(plot, top: top, duration: service.result.setup.duration)
                top += Self.plotHeight + 50
            }
        }
        return text + "</svg>\n"
    }

    static func plots(_ service: ServiceSimulation) -> [Plot] {
        let samples = thinned(service.result.samples)
        func series(_ name: String, _ color: String, _ value: (QueueSample) -> Double) -> Series {
            Series(name: name, color: color, values: samples.map(value))
        }
        var age = Plot(
            title: "age of the oldest message, seconds", series: [series("age", "#8250df") { Double($0.oldestAgeSeconds) }])
        age.level = service.goalMilliseconds.map { ("goal", Double($0) / 1_000) }
        return [
            Plot(
                title: "messages",
                series: [
                    series("visible", "#0969da") { Double($0.visible) }, series("in flight", "#bc4c00") { Double($0.inFlight) },
                ]),
            age,
            Plot(
                title: "tasks",
                series: [
                    series("desired", "#6e7781") { Double($0.desired) }, series("running", "#1a7f37") { Double($0.running) },
                ], level: ("most", Double(service.result.setup.scaling.maximum))),
        ]
    }

    /// At most so many samples; of each stretch the one with the longest backlog.
    private static func thinned(_ samples: [QueueSample]) -> [QueueSample] {
        guard samples.count > mostPoints else { return samples }
        let step = (samples.count + mostPoints - 1) / mostPoints
        return stride(from: 0, to: samples.count, by: step).compactMap { start in
            samples[start..<min(samples.count, start + step)].max { $0.visible < $1.visible }
        }
    }

    private func draw(_ plot: Plot, top: Int, duration: Int) -> String {
        let most = max(1, plot.series.flatMap(\.values).max() ?? 1, plot.level?.value ?? 0)
        let bottom = top + 20 + Self.plotHeight
        let span = Double(Self.width - Self.left - Self.right)
        func y(_ value: Double) -> String {
            SimulationFigures.decimal(Double(bottom) - value / most * Double(Self.plotHeight), places: 1)
        }
        var text = "<text x=\"\(Self.left)\" y=\"\(top + 12)\" fill=\"#1f2328\">\(XMLText.escaped(plot.title))</text>\n"
        for part in 0...2 {
            let value = most * Double(part) / 2
            let label = SimulationFigures.decimal(value, places: most < 10 ? 1 : 0)
            text +=
                "<line x1=\"\(Self.left)\" x2=\"\(Self.width - Self.right)\" y1=\"\(y(value))\" y2=\"\(y(value))\" stroke=\"#d0d7de\"/>\n"
            text +=
                "<text x=\"\(Self.left - 6)\" y=\"\(y(value))\" dy=\"4\" text-anchor=\"end\" fill=\"#57606a\">\(label)</text>\n"
        }
        for part in 0...4 {
            let x = SimulationFigures.decimal(Double(Self.left) + span * Double(part) / 4, places: 1)
            let anchor = part == 0 ? "start" : part == 4 ? "end" : "middle"
            text += "<text x=\"\(x)\" y=\"\(bottom + 16)\" text-anchor=\"\(anchor)\" fill=\"#57606a\">"
            text += "\(part == 0 ? "0" : SimulationFigures.moment(duration / 4 * part))</text>\n"
        }
        if let level = plot.level {
            text +=
                "<line x1=\"\(Self.left)\" x2=\"\(Self.width - Self.right)\" y1=\"\(y(level.value))\" y2=\"\(y(level.value))\" stroke=\"#cf222e\" stroke-dasharray=\"4 3\"/>\n"
        }
        var legend = Self.left + 260
        for series in plot.series {
            let last = Double(max(1, series.values.count - 1))
            let points = series.values.enumerated().map { index, value in
                "\(SimulationFigures.decimal(Double(Self.left) + span * Double(index) / last, places: 1)),\(y(value))"
            }
            text +=
                "<polyline fill=\"none\" stroke=\"\(series.color)\" stroke-width=\"1.5\" points=\"\(points.joined(separator: " "))\"/>\n"
            text += "<text x=\"\(legend)\" y=\"\(top + 12)\" fill=\"\(series.color)\">\(series.name)</text>\n"
            legend += 90
        }
        if let level = plot.level {
            text +=
                "<text x=\"\(legend)\" y=\"\(top + 12)\" fill=\"#cf222e\">\(level.name) \(SimulationFigures.decimal(level.value, places: 1))</text>\n"
        }
        return text
    }
}
