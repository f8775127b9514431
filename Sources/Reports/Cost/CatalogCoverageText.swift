import Capacity
import InstanceCatalog
import Text

/// How old the prices of a catalog are, by region and kind.
enum CatalogCoverageText {
    /// A table of ages in days and what its marks mean.
    static func lines(_ catalog: InstanceCatalog, today: CivilDay) -> [String] {
        var table = CostTable(
            [.init(title: "region", isRightAligned: false)] + CatalogCoverage.Kind.allCases.map { .init(title: $0.rawValue) })
        for region in catalog.regions {
            table.add([region] + catalog.coverage(of: region).map { age(of: $0, on: today) })
        }
        let title = "Age of the prices in days on \(today.text), the newest to the oldest:"
        let legend =
            "\(CostFigures.unknown) is missing; ? has no date. A price of more than \(PriceAge.limit) days is named by "
            + "`ecslint cost`. `ecslint catalog import` brings newer ones."
        return [title, ""] + table.lines(indentation: "") + [""] + legend.wrapped(after: "")
    }

    private static func age(of coverage: CatalogCoverage, on today: CivilDay) -> String {
        guard coverage.figures > 0 else { return CostFigures.unknown }
        guard let newest = days(since: coverage.newest, today), let oldest = days(since: coverage.oldest, today) else {
            return "?"
        }
        return newest == oldest ? String(newest) : "\(newest)-\(oldest)"
    }

    private static func days(since day: String?, _ today: CivilDay) -> Int? {
        day.flatMap { CivilDay($0) }.map { today.days(since: $0) }
    }
}
