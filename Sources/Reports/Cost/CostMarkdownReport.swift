import Capacity
import InstanceCatalog

/// A cost report for a pull request.
struct CostMarkdownReport {
    private let report: CostReport

    init(_ report: CostReport) {
        self.report = report
    }

    var text: String {
        var lines = ["### Cost a month in \(MarkdownText.escaped(report.region.name)), US dollars"]
        if !report.isAnsweredByFleet { lines += answer + table }
        for even in report.breakEvens {
            let text = BreakEvenText(even, in: report)
            lines += [
                "", MarkdownText.escaped(text.sentence), "",
                "| tasks | " + text.titles.dropFirst().map(MarkdownText.escaped).joined(separator: " | ") + " |",
            ]
            lines += ["|" + text.titles.map { _ in "--:|" }.joined()] + text.rows.map(line)
        }
        for fleet in report.fleets { lines += self.lines(of: fleet) }
        if let sizing = report.sizing { lines += settings(of: sizing) }
        if !report.diagnostics.isEmpty { lines += [""] + report.diagnostics.map(diagnostic) }
        lines += ["", "<details><summary>Assumptions and what is not included</summary>", ""]
        lines += report.assumptions.map { "- " + MarkdownText.escaped($0) }
        let ofOptions = Set(report.options.flatMap(\.assumptions)).subtracting(report.assumptions)
        lines += ofOptions.sorted().map { "- Of the options compared: " + MarkdownText.escaped($0) }
        lines += report.notIncluded.map { "- Not included: " + MarkdownText.escaped($0) }
        lines += ["", "</details>"]
        return lines.map { $0 + "\n" }.joined()
    }

    private var answer: [String] {
        guard report.services.count == 1, let service = report.services.first else { return [] }
        let answer = CostAnswer(service, in: report)
        return (answer.sentence.map { ["", "**\(MarkdownText.escaped($0))**"] } ?? [])
            + (answer.arithmetic.map { ["", MarkdownText.escaped($0)] } ?? [])
    }

    private var table: [String] {
        var lines = [
            "", "| service | runs on | tasks each (ECS) | instances | min | desired | max | a task |",
            "|---|---|--:|--:|--:|--:|--:|--:|",
        ]
        lines += report.services.flatMap(CostOption.all).map(row)
        lines += CostOption.compared(report).map(row)
        for group in report.groups { lines.append(self.line(of: group)) }
        for cost in report.additional { lines.append(self.line(of: cost)) }
        if report.services.count > 1 || !report.additional.isEmpty { lines.append(totalRow) }
        return lines
    }

    private func row(_ option: CostOption) -> String {
        let placement = option.placement
        let each =
            placement.map {
                "\(CostFigures.count($0.tasksPerInstance)) (\(CostFigures.count($0.tasksPlacedByECS)))"
            } ?? ""
        let instances = placement.map { CostFigures.count($0.instances.desired) } ?? ""
        return line([
            option.service.name, name(of: option), each, instances, CostFigures.money(option.monthly.minimum),
            CostFigures.money(option.monthly.desired), CostFigures.money(option.monthly.maximum),
            CostFigures.perTask(option.usdPerTaskMonth),
        ])
    }

    private var totalRow: String {
        line([
            "all services", "", "", "", CostFigures.money(all.minimum), CostFigures.money(all.desired),
            CostFigures.money(all.maximum), "",
        ])
    }

    private var all: ScalingRange<Decimal?> { report.monthlyWithAdditional }

    private func line(of group: SharedGroupCost) -> String {
        line([
            group.services.joined(separator: ", "), "\(group.name): \(group.instanceType), in the sums above", "",
            CostFigures.count(group.instances.desired), CostFigures.money(group.monthly.minimum),
            CostFigures.money(group.monthly.desired), CostFigures.money(group.monthly.maximum), "",
        ])
    }

    private func line(of cost: AdditionalCost) -> String {
        line([
            cost.subject, cost.detail, "", "", CostFigures.money(cost.monthly.minimum), CostFigures.money(cost.monthly.desired),
            CostFigures.money(cost.monthly.maximum), "",
        ])
    }

    private func lines(of fleet: OptimisedFleet) -> [String] {
        let text = OptimisedFleetText(fleet, in: report)
        let head = [
            "", "**\(MarkdownText.escaped(text.answer))**", "", "| cheapest fleet | min | desired | max |", "|---|--:|--:|--:|",
        ]
        let rows = text.rows.map(line)
        return head + rows + [""] + text.proof.map { "- " + MarkdownText.escaped($0) }
    }

    private func settings(of sizing: FleetSizing) -> [String] {
        let settings = ScalingSettings(sizing)
        return [
            "", "<details><summary>Scaling settings</summary>", "", "```yaml", settings.cloudFormation + "```", "", "```hcl",
            settings.terraform + "```", "", "</details>",
        ]
    }

    private func name(of option: CostOption) -> String {
        switch option.purchase {
        case "fargate": "all on Fargate"
        case "fargate-spot": "all on Fargate Spot"
        case "fargate-strategy": "Fargate by its strategy"
        default:
            option.placement?.instanceType ?? [option.purchase, option.instanceType].compactMap { $0 }.joined(separator: " on ")
        }
    }

    private func line(_ cells: [String]) -> String {
        "| " + cells.map(MarkdownText.escaped).joined(separator: " | ") + " |"
    }

    private func diagnostic(_ diagnostic: CostDiagnostic) -> String {
        let subject = diagnostic.service.map { "\(MarkdownText.escaped($0)): " } ?? ""
        return "- **\(diagnostic.severity.rawValue)** \(subject)\(MarkdownText.escaped(diagnostic.message))"
    }
}
