/// Instance types, sizes and prices, each with its date and source.
///
/// A lookup reads a few lines of tables; nothing is read before it is asked for. Imported tables lie over those of the
/// binary: each figure comes from the first layer that knows it. What no layer knows is `nil`, never zero.
package struct InstanceCatalog: Sendable {
    /// The topmost first; the last one is what the binary holds.
    let layers: [CatalogLayer]

    /// The catalog that the binary holds.
    package static let builtIn = InstanceCatalog(layers: [.builtIn])

    init(layers: [CatalogLayer]) {
        self.layers = layers
    }

    /// The catalog with imported tables over it; they win.
    package func overlaid(with layer: CatalogLayer) -> InstanceCatalog {
        InstanceCatalog(layers: [layer] + layers)
    }

    /// The regions that have EC2 prices, sorted by name.
    package var regions: [String] {
        layers.count == 1 ? layers[0].regions : Set(layers.flatMap(\.regions)).sorted()
    }

    /// The first answer of a layer that knows one.
    func first<Answer>(_ ask: (CatalogLayer) -> Answer?) -> Answer? {
        for layer in layers {
            if let answer = ask(layer) { return answer }
        }
        return nil
    }

    /// All sources, sorted by dataset and date; imported ones first.
    package var sources: [CatalogSource] {
        var result: [CatalogSource] = []
        for layer in layers {
            layer.table("provenance.tsv")?.forEach { row in
                if let source = CatalogSource(row) { result.append(source) }
            }
        }
        return result
    }
}
