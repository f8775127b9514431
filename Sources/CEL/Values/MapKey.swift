/// What makes two map keys the same: numbers by their value, text by its code points.
enum MapKey: Hashable {
    case bool(Bool)
    case int(Int64)
    case uint(UInt64)
    case string(UTF8Key)

    /// `nil` for a value that no map can have as a key.
    init?(_ value: Value) {
        switch value {
        case .bool(let flag): self = .bool(flag)
        case .int(let number): self = .int(number)
        case .uint(let number): self = Int64(exactly: number).map(MapKey.int) ?? .uint(number)
        case .double(let number):
            if let whole = Rounding.int(number) {
                self = .int(whole)
            } else if let whole = Rounding.uint(number) {
                self = .uint(whole)
            } else {
                return nil
            }
        case .string(let text): self = .string(text.utf8Key)
        default: return nil
        }
    }
}
