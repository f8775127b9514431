import Text

/// Counts what an evaluation does, of a run of templates or of a root module, and stops it at its bounds.
package final class EvaluationWork {
    package let limits: EvaluationLimits
    private var steps = 0
    private var depth = 0
    private var instances = 0
    private var loopEntries = 0
    private var comparisons = 0
    private var reached = ReachedLimits()
    private var suggestions: [String: String?] = [:]

    package init(limits: EvaluationLimits) {
        self.limits = limits
    }

    /// Begins a level of work; false when the run has done enough or gone deep enough, and then there is nothing to leave.
    package func enter(at origin: Origin) -> Bool {
        guard spend(1, at: origin) else { return false }
        guard depth < limits.depth else {
            report(.depth, at: origin)
            return false
        }
        depth += 1
        return true
    }

    package func leave() { depth -= 1 }

    /// Counts work that is not a level of its own; false when the run has done enough.
    @discardableResult
    package func spend(_ work: Int, at origin: Origin) -> Bool {
        steps = min(steps &+ max(0, work), limits.steps &+ 1)
        guard steps > limits.steps else { return true }
        report(.steps, at: origin)
        return false
    }

    /// Bytes that a function reads one by one in a step, and that it copies in one.
    private static let (bytesRead, bytesCopied) = (8, 32)

    /// Counts text that is read byte by byte; false when the run has done enough, and then it is not to be read.
    package func spendReading(bytes: Int, at origin: Origin) -> Bool { spend(bytes / Self.bytesRead, at: origin) }

    /// Counts a whole value that is walked, each shared part as often as it is met; false when the run has done enough.
    package func spendReading(whole value: Value, at origin: Origin) -> Bool {
        if case .scalar(let scalar) = value.content { return spendReading(bytes: scalar.text.utf8.count, at: origin) }
        return spend(value.size(upTo: limits.valueBytes) / Self.bytesCopied, at: origin)
    }

    /// Counts text before it is made: false, and reported, when it is longer than a text may be or the run has done enough.
    package func mayMake(bytes: Int, at origin: Origin) -> Bool {
        guard bytes <= limits.textBytes else {
            report(.text, at: origin)
            return false
        }
        return spend(bytes / Self.bytesCopied, at: origin)
    }

    /// What the run may still do, for work that counts itself.
    package var remainingSteps: Int { max(0, limits.steps - steps) }

    /// Counts copies that `count`, `for_each` and dynamic blocks make; false for those that are more than a run still takes,
    /// which are left out and count for nothing.
    ///
    /// - Parameter name: what has the copies, for the message.
    package func spendInstances(_ count: Int, at origin: Origin, of name: String) -> Bool {
        guard count > limits.copies - instances else {
            instances += max(0, count)
            return true
        }
        report(.instances, at: origin, leavingOut: name)
        return false
    }

    /// Counts entries that a loop gives; false for those that are more than a run takes.
    package func spendLoopEntries(_ count: Int, at origin: Origin) -> Bool {
        loopEntries &+= count
        guard loopEntries > limits.loopEntries else { return true }
        report(.loopEntries, at: origin)
        return false
    }

    /// Notes where a bound was met and what was left out for it.
    package func report(_ limit: Limit, at origin: Origin, leavingOut name: String? = nil) {
        reached.add(limit, at: origin, leavingOut: name)
    }

    /// The bounds that were met, each once.
    package var exceeded: [ExceededLimit] { reached.exceeded(limits).map(\.report) }

    /// Most misspelled names that a nearest one is looked for.
    private static let mostSuggestions = 64
    /// Most names that are compared with a misspelled one.
    private static let mostCandidates = 2_000

    /// "Did you mean" for a name of a kind; each is looked for once.
    package func suggestion(for name: String, _ kind: String, among candidates: () -> some Sequence<String>) -> String? {
        let key = "\(kind) \(name)"
        if let known = suggestions[key] { return known }
        guard suggestions.count < Self.mostSuggestions else { return nil }
        let suggestion = NearestName.question(for: name, among: candidates().prefix(Self.mostCandidates))
        suggestions[key] = .some(suggestion)
        return suggestion
    }

    /// Most names that a run compares with misspelled ones, so that a template of mistakes does not take minutes.
    private static let mostComparisons = 50_000

    /// Whether a misspelled name may be compared with so many others.
    package func mayCompare(_ count: Int) -> Bool {
        comparisons += count
        return comparisons <= Self.mostComparisons
    }

    // MARK: Sizes

    /// Most alternatives that open conditions may make of a value that others share.
    private static let mostAlternatives = 64

    /// A text of parts; unknown when it is longer than a run takes.
    package func joined(_ parts: [TextPart], at origin: Origin, steps: [OriginStep] = []) -> Value {
        var size = 0
        for part in parts where size <= limits.textBytes {
            switch part {
            case .literal(let text): size += 1 + text.utf8.count
            case .value(let value): size += value.size(upTo: limits.textBytes)
            }
        }
        guard mayMake(bytes: size, at: origin) else {
            let reason =
                size > limits.textBytes
                ? "the value is larger than \(limits.textBytes) bytes" : "the templates ask for too many steps of evaluation"
            return .unknown(Reason(reason), origin: origin)
        }
        return Value.text(parts, origin: origin, steps: steps)
    }

    /// A value that others will share, or unknown when it stands for more than a run takes.
    package func bounded(_ value: Value, at origin: Origin) -> Value {
        switch value.content {
        case .list, .map, .choice, .text: break
        default: return value
        }
        guard value.choiceCount(upTo: Self.mostAlternatives + 1) <= Self.mostAlternatives else {
            return .unknown(madeOf: [value], Reason("it depends on too many open conditions"), origin: origin)
        }
        return bounded(value, at: origin, toBytes: limits.valueBytes, reporting: .value)
    }

    /// A value that others will share, or unknown when it stands for more bytes.
    package func bounded(_ value: Value, at origin: Origin, toBytes limit: Int, reporting bound: Limit) -> Value {
        switch value.content {
        case .list, .map, .choice, .text: break
        default: return value
        }
        let size = value.size(upTo: limit)
        spend(size / 256, at: origin)
        guard size >= limit else { return value }
        report(bound, at: origin)
        return .unknown(Reason("the value is larger than \(limit) bytes"), origin: origin)
    }
}
