import Evaluation

extension Value {
    /// The defaults that the value came from.
    var assumedDefaults: [OriginStep] { steps.filter(\.isAssumedDefault) }

    /// The value as the taken side of a choice: all that stands in it holds under the same defaults.
    func chosen(by added: [OriginStep]) -> Value {
        guard !added.isEmpty else { return self }
        let content: Content =
            switch content {
            case .list(let elements, let open): .list(elements.map { $0.chosen(by: added) }, open: open)
            case .map(let members, let open):
                .map(members.map { Member(key: $0.key, value: $0.value.chosen(by: added)) }, open: open)
            case .choice(let condition, let yes, let no): .choice(condition, yes.chosen(by: added), no.chosen(by: added))
            default: content
            }
        return Value(content, origin: origin, steps: added + steps, mentions: mentions)
    }
}

extension OriginStep {
    /// The same hop for a choice: the value did not come this way, so there is no place to show.
    var withoutPlace: OriginStep { OriginStep(kind: kind, label: label, origin: nil) }
}
