/// Terraform spells a block as a list of maps, a single map or JSON text; here all of them read as the map.
extension Value {
    /// The member at a path of attribute names below a Terraform resource or block.
    package func attribute(atPath names: [String]) -> Value { names.reduce(self) { $0.attribute($1) } }

    /// The attribute of a block; `.absent` where neither block nor attribute is written.
    package func attribute(_ name: String) -> Value { block.flatMap { $0.member(name) } }

    /// The block that the value is: itself for a map, its only element for a list, the structure for JSON text.
    ///
    /// An empty list and an empty text are how plans and states write a block that is not there.
    package var block: Value {
        flatMap { value in
            switch value.content {
            case .list(let elements, let open):
                guard open.isEmpty else { return .unknown(open, mayBeAbsent: true, at: value.origin) }
                let present = elements.filter { !$0.isAbsent }
                guard let first = present.first else { return Value(.absent, origin: value.origin) }
                guard present.count == 1 else {
                    return .unknown(Reason("the block is written \(present.count) times"), origin: value.origin)
                }
                return first.block
            case .scalar(let scalar) where scalar.text.isEmpty:
                return Value(.absent, origin: value.origin)
            case .scalar, .text:
                return value.unwrappedJSON
            default:
                return value
            }
        }
    }
}
