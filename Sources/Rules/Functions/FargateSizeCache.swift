import InstanceCatalog
import Synchronization

/// The catalog's Fargate sizes, read when a rule first asks for them and not again for each task.
final class FargateSizeCache: Sendable {
    private let catalog: InstanceCatalog
    private let known = Mutex<[FargateSize]?>(nil)

    init(catalog: InstanceCatalog) {
        self.catalog = catalog
    }

    var sizes: [FargateSize] {
        known.withLock { known in
            let sizes = known ?? catalog.fargateSizes
            known = sizes
            return sizes
        }
    }
}
