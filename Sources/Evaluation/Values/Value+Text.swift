extension Value {
    /// The value as parts of a text.
    package var textParts: [TextPart] {
        switch content {
        case .scalar(let scalar): [.literal(scalar.text)]
        case .text(let parts): parts
        default: [.value(self)]
        }
    }

    /// Joins parts to one value: plain text when every part is, a choice of texts where a part is a choice.
    ///
    /// More than `choiceLimit` choices stay parts of one text, so that a text with thirty conditions does not become a
    /// thousand million texts.
    package static func text(_ parts: [TextPart], origin: Origin, steps: [OriginStep], choiceLimit: Int = 4) -> Value {
        if choiceLimit > 0, let index = parts.firstIndex(where: \.isChoice),
            case .value(let part) = parts[index], case .choice(let condition, let yes, let no) = part.content
        {
            func side(_ value: Value) -> Value {
                var sideParts = parts
                sideParts.replaceSubrange(index...index, with: value.textParts)
                return text(sideParts, origin: origin, steps: steps + value.steps, choiceLimit: choiceLimit - 1)
            }
            return Value.choice(condition, side(yes), side(no), origin: origin)
        }
        let merged = merge(parts)
        let steps = Array(steps.prefix(mostSteps))
        guard let first = merged.first else { return Value(.scalar(Scalar("")), origin: origin, steps: steps) }
        if merged.count == 1 {
            switch first {
            case .literal(let literal): return Value(.scalar(Scalar(literal)), origin: origin, steps: steps)
            case .value(let value):
                return Value(value.content, origin: origin, steps: steps + value.steps, mentions: value.mentions)
            }
        }
        return Value(.text(merged), origin: origin, steps: steps)
    }

    /// The known texts between the parts of a text that are not known, in their order: `["bad-", "-jobs"]` of
    /// `bad-${Env}-jobs`. Any text, or none, stands between two neighbours; a text that is wholly known is one.
    package var knownPieces: [String] {
        var pieces = [""]
        for part in textParts {
            switch part {
            case .literal(let text): pieces[pieces.count - 1] += text
            case .value: pieces.append("")
            }
        }
        return pieces
    }

    /// Most hops that a text keeps of its parts' ways.
    private static let mostSteps = 32

    /// A text of parts, plain where every part is.
    package static func joined(_ parts: [TextPart], origin: Origin, steps: [OriginStep]) -> Value {
        text(parts, origin: origin, steps: steps)
    }

    /// Neighbouring literals become one; empty ones vanish.
    private static func merge(_ parts: [TextPart]) -> [TextPart] {
        var merged: [TextPart] = []
        for part in parts {
            switch (merged.last, part) {
            case (_, .literal("")): continue
            case (.literal(let before)?, .literal(let after)):
                merged[merged.count - 1] = .literal(before + after)
            default: merged.append(part)
            }
        }
        return merged
    }
}

extension TextPart {
    fileprivate var isChoice: Bool {
        if case .value(let value) = self, case .choice = value.content { true } else { false }
    }
}
