import Evaluation
import CEL
import Templates

/// A map of a template as it is written, which `raw()` gives: its keys are fields of any type.
final class WrittenView: StructObject {
    let reader: ModelReader
    let value: Evaluation.Value

    init(reader: ModelReader, value: Evaluation.Value) {
        self.reader = reader
        self.value = value
    }

    var typeName: String { "raw" }
    var description: String { value.summary }

    func field(_ name: String) -> FieldResult { reader.read(name, in: value) }

    /// Two places may say the same in other words, so that only one place is surely equal to itself.
    func isEqual(to other: any StructObject) -> Bool? {
        guard let other = other as? WrittenView else { return false }
        return value.origin === other.value.origin ? true : nil
    }
}
