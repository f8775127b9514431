import Capacity
import InstanceCatalog

/// Break-evens as one SVG picture: USD a month by the number of tasks, instances in steps and Fargate as a line. It needs nothing
/// from elsewhere, and reads on a light and a dark background.
struct BreakEvenPlot {
    private static let width = 760
    private static let height = 380
    private static let left = 80
    private static let right = 190
    private static let top = 48
    private static let bottom = 56
    /// Steps that a line is drawn with at most.
    private static let mostSteps = 400

    private let evens: [BreakEven]

    init(_ evens: [BreakEven]) {
        self.evens = evens
    }

    var text: String {
        let height = max(1, evens.count) * Self.height
        var lines = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(Self.width) \(height)\" width=\"\(Self.width)\" height=\"\(height)\" role=\"img\">",
            "<title>USD a month by the number of tasks</title>", Self.style,
        ]
        if evens.isEmpty { lines.append("<text x=\"20\" y=\"40\">Nothing to compare: a price is not known.</text>") }
        for (index, even) in evens.enumerated() {
            lines.append("<g transform=\"translate(0 \(index * Self.height))\">")
            lines += plot(of: even)
            lines.append("</g>")
        }
        return (lines + ["</svg>"]).map { $0 + "\n" }.joined()
    }

    private static let style = """
        <style>
        svg { color: #1f2328; background: #ffffff; font: 13px system-ui, sans-serif }
        text { fill: currentColor } .axis { stroke: currentColor } .grid { stroke: currentColor; opacity: .15 }
        .line { fill: none; stroke-width: 2 } .spot { stroke-dasharray: 5 4 }
        .instance { stroke: #b35900 } .fargate { stroke: #0969da } .mark { fill: currentColor }
        @media (prefers-color-scheme: dark) { svg { color: #e6edf3; background: #0d1117 } .instance { stroke: #f0883e } .fargate { stroke: #58a6ff } }
        </style>
        """

    // MARK: - One plot

    private struct Series {
        let name: String
        let style: String
        /// US dollars of a number of tasks.
        let cost: (Int) -> Decimal
    }

    private func series(of even: BreakEven) -> [Series] {
        var series = [
            Series(name: even.instanceType, style: "instance") { even.instanceMonthly * even.instances(forTasks: $0) },
            Series(name: "Fargate", style: "fargate") { even.fargateMonthly * $0 },
        ]
        if let spot = even.spotInstanceMonthly {
            series.append(
                Series(name: "\(even.instanceType) Spot", style: "instance spot") { spot * even.instances(forTasks: $0) })
        }
        if let spot = even.fargateSpotMonthly { series.append(Series(name: "Fargate Spot", style: "fargate spot") { spot * $0 }) }
        return series
    }

    private func plot(of even: BreakEven) -> [String] {
        let most = max(2, min(even.tasksPerInstance.saturatingMultiplied(by: 2), 1_000_000), min(even.mostTasks, 1_000_000))
        let series = series(of: even)
        let highest = series.map { $0.cost(most) }.max() ?? 1
        let scale = Scale(most: most, highest: max(highest, 1))
        let title = "\(even.service): \(even.tasksPerInstance) tasks on a \(even.instanceType)"
        var lines = ["<text x=\"\(Self.left)\" y=\"24\" font-weight=\"600\">\(XMLText.escaped(title))</text>"]
        lines += axes(scale)
        for one in series { lines.append(line(of: one, scale)) }
        lines += legend(series)
        if let tasks = even.tasks { lines += mark(tasks, even, scale) }
        return lines
    }

    private struct Scale {
        let most: Int
        let highest: Decimal

        func x(_ tasks: Int) -> Int {
            BreakEvenPlot.left + tasks * (BreakEvenPlot.width - BreakEvenPlot.left - BreakEvenPlot.right) / max(1, most)
        }
        func y(_ cost: Decimal) -> Int {
            let inner = BreakEvenPlot.height - BreakEvenPlot.top - BreakEvenPlot.bottom
            let share = (cost * inner).divided(by: highest)?.rounded(toPlaces: 0) ?? .zero
            return BreakEvenPlot.height - BreakEvenPlot.bottom - min(max(0, share.roundedDown), inner)
        }
    }

    private func axes(_ scale: Scale) -> [String] {
        let (left, right, bottom) = (Self.left, Self.width - Self.right, Self.height - Self.bottom)
        var lines = [
            "<line class=\"axis\" x1=\"\(left)\" y1=\"\(bottom)\" x2=\"\(right)\" y2=\"\(bottom)\"/>",
            "<line class=\"axis\" x1=\"\(left)\" y1=\"\(Self.top)\" x2=\"\(left)\" y2=\"\(bottom)\"/>",
            "<text x=\"\((left + right) / 2)\" y=\"\(bottom + 40)\" text-anchor=\"middle\">tasks</text>",
            "<text x=\"\(left)\" y=\"\(Self.top - 8)\" text-anchor=\"end\">USD a month</text>",
        ]
        for part in 0...4 {
            let tasks = scale.most * part / 4
            lines.append("<text x=\"\(scale.x(tasks))\" y=\"\(bottom + 20)\" text-anchor=\"middle\">\(tasks)</text>")
            let cost = (scale.highest * part).divided(by: 4) ?? .zero
            let y = scale.y(cost)
            lines.append("<line class=\"grid\" x1=\"\(left)\" y1=\"\(y)\" x2=\"\(right)\" y2=\"\(y)\"/>")
            lines.append(
                "<text x=\"\(left - 8)\" y=\"\(y + 4)\" text-anchor=\"end\">\(cost.text(places: 0, grouped: true))</text>")
        }
        return lines
    }

    private func line(of series: Series, _ scale: Scale) -> String {
        let step = max(1, scale.most / Self.mostSteps)
        var points: [String] = []
        var last: Int?
        for tasks in stride(from: 0, through: scale.most, by: step) {
            let y = scale.y(series.cost(tasks))
            // Instances come in steps: the line goes up where the next one is needed.
            if let last, series.style.hasPrefix("instance"), last != y { points.append("\(scale.x(tasks)),\(last)") }
            points.append("\(scale.x(tasks)),\(y)")
            last = y
        }
        let title = "\(series.name): \(CostFigures.money(series.cost(scale.most))) USD for \(scale.most) tasks"
        return "<polyline class=\"line \(series.style)\" points=\"\(points.joined(separator: " "))\">"
            + "<title>\(XMLText.escaped(title))</title></polyline>"
    }

    private func legend(_ series: [Series]) -> [String] {
        series.enumerated().flatMap { index, one in
            let y = Self.top + 8 + index * 24
            let x = Self.width - Self.right + 16
            return [
                "<line class=\"line \(one.style)\" x1=\"\(x)\" y1=\"\(y)\" x2=\"\(x + 28)\" y2=\"\(y)\"/>",
                "<text x=\"\(x + 36)\" y=\"\(y + 4)\">\(XMLText.escaped(one.name))</text>",
            ]
        }
    }

    private func mark(_ tasks: Int, _ even: BreakEven, _ scale: Scale) -> [String] {
        let (x, y) = (scale.x(tasks), scale.y(even.instanceMonthly))
        let title = "\(even.instanceType) costs less than Fargate from \(tasks) tasks on"
        return [
            "<circle class=\"mark\" cx=\"\(x)\" cy=\"\(y)\" r=\"4\"><title>\(XMLText.escaped(title))</title></circle>",
            "<text x=\"\(x)\" y=\"\(y - 10)\" text-anchor=\"middle\">\(tasks)</text>",
        ]
    }
}
