import Evaluation

extension Value {
    /// The same value with every part at one place, the paths inside it kept.
    func placedThroughout(at origin: Origin) -> Value {
        func inner(_ value: Value, _ component: PathComponent) -> Value {
            value.placedThroughout(at: origin.child(component, node: origin.node, key: origin.key))
        }
        let content: Value.Content =
            switch content {
            case .map(let members, let open):
                .map(members.map { .init(key: $0.key, value: inner($0.value, .key($0.key))) }, open: open)
            case .list(let elements, let open):
                .list(elements.enumerated().map { inner($1, .index($0)) }, open: open)
            case .choice(let condition, let yes, let no):
                .choice(condition, yes.placedThroughout(at: origin), no.placedThroughout(at: origin))
            default: content
            }
        return Value(content, origin: origin, steps: steps, mentions: mentions, isJSONText: isJSONText)
    }
}
