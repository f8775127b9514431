/// One source of the catalog and how much rests on it.
package struct CatalogSource: Hashable, Sendable {
    /// What it gives: `EC2 on demand`, `Fargate`, `registered memory`.
    package let dataset: String
    /// The day of the figures; `nil` where the source is undated.
    package let asOf: String?
    /// How many figures rest on it.
    package let figures: Int
    /// Who published the figures, as reports name them.
    package let name: String

    init?(_ row: CatalogRow) {
        guard let dataset = row.text(1), let figures = row.integer(3), let name = row.text(4) else { return nil }
        self.dataset = dataset
        asOf = row.text(2)
        self.figures = figures
        self.name = name
    }
}
