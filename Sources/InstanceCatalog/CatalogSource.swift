/// One source of the catalog and how much rests on it.
public struct CatalogSource: Hashable, Sendable {
    /// What it gives: `EC2 on demand`, `Fargate`, `registered memory`.
    public let dataset: String
    /// The day of the figures; `nil` where the source is undated.
    public let asOf: String?
    /// How many figures rest on it.
    public let figures: Int
    /// Who published the figures, as reports name them.
    public let name: String

    init?(_ row: CatalogRow) {
        guard let dataset = row.text(1), let figures = row.integer(3), let name = row.text(4) else { return nil }
        self.dataset = dataset
        asOf = row.text(2)
        self.figures = figures
        self.name = name
    }
}
